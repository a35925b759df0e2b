import { enShortlist } from './en.shortlist';
import { idShortlist } from './id.shortlist';
import { enrich } from './index';

enrich({ id: idShortlist, en: enShortlist });
