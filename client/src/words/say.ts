import { enSay } from './en.say';
import { idSay } from './id.say';
import { enrich } from './index';

enrich({ id: idSay, en: enSay });
