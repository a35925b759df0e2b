import { enTie } from './en.tie';
import { idTie } from './id.tie';
import { enrich } from './index';

enrich({ id: idTie, en: enTie });
