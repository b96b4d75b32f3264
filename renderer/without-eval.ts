/** The page's content policy forbids code made at run time, which zod would otherwise try. Imported before any schema. */
import { config } from 'zod';

config({ jitless: true });
