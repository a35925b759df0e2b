import { enDuplicates } from './en.duplicates';
import { idDuplicates } from './id.duplicates';
import { enrich } from './index';

enrich({ id: idDuplicates, en: enDuplicates });
