import { enDownload } from './en.download';
import { idDownload } from './id.download';
import { enrich } from './index';

enrich({ id: idDownload, en: enDownload });
