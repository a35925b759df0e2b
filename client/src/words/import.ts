import { enImport } from './en.import';
import { idImport } from './id.import';
import { enrich } from './index';

enrich({ id: idImport, en: enImport });
