import { enCare } from './en.care';
import { idCare } from './id.care';
import { enrich } from './index';

enrich({ id: idCare, en: enCare });
