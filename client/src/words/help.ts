import { enHelp } from './en.help';
import { idHelp } from './id.help';
import { enrich } from './index';

enrich({ id: idHelp, en: enHelp });
