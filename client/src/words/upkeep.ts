import { enUpkeep } from './en.upkeep';
import { idUpkeep } from './id.upkeep';
import { enrich } from './index';

enrich({ id: idUpkeep, en: enUpkeep });
