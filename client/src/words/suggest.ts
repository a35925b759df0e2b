import { enSuggest } from './en.suggest';
import { idSuggest } from './id.suggest';
import { enrich } from './index';

enrich({ id: idSuggest, en: enSuggest });
