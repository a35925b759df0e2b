import { enDepth } from './en.depth';
import { idDepth } from './id.depth';
import { enrich } from './index';

enrich({ id: idDepth, en: enDepth });
