import { enActivity } from './en.activity';
import { idActivity } from './id.activity';
import { enrich } from './index';

enrich({ id: idActivity, en: enActivity });
