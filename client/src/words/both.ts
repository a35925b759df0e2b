import { bring } from './index';

/** Both languages, before any test speaks. */
await Promise.all([bring('id'), bring('en')]);
