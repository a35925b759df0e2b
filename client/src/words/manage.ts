import { enManage } from './en.manage';
import { idManage } from './id.manage';
import { enrich } from './index';

enrich({ id: idManage, en: enManage });
