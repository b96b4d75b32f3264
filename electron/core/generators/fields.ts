/** A generator's settings as a form and a help can show them, read off their schema. */
import type { SettingField } from '@shared/contract/index.js';
import { z } from 'zod';

/** The part of JSON Schema that a setting may use. */
interface Property {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly items?: { readonly type?: string; readonly enum?: readonly string[] };
}

/** Throws for a field that no form could show, which is a fault of the row. */
export function fieldsOf(schema: z.ZodObject): SettingField[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' }) as {
    properties?: Record<string, Property>;
  };
  return Object.entries(properties).map(([key, property]) => fieldOf(key, property));
}

function fieldOf(key: string, property: Property): SettingField {
  const { type, title, description, default: fallback, minimum, maximum, enum: options, items } = property;
  if (title === undefined || description === undefined || fallback === undefined)
    throw new Error(`The setting ${key} needs a title, a description and a default.`);
  const field = { key, label: title, hint: description };
  if (type === 'string' && options)
    return { ...field, kind: 'choice', fallback: String(fallback), options: [...options] };
  if (type === 'string') return { ...field, kind: 'text', fallback: String(fallback) };
  if (type === 'boolean') return { ...field, kind: 'switch', fallback: fallback === true };
  if ((type === 'number' || type === 'integer') && minimum !== undefined && maximum !== undefined)
    return { ...field, kind: 'number', fallback: Number(fallback), min: minimum, max: maximum };
  if (type === 'array' && items?.type === 'string') {
    const words = fallback as string[];
    return items.enum
      ? { ...field, kind: 'several', fallback: words, options: [...items.enum] }
      : { ...field, kind: 'lines', fallback: words };
  }
  throw new Error(`No form can show the setting ${key}.`);
}
