/** A piece of the description of the API: JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export type Json = Readonly<Record<string, unknown>>

export const text: Json = { type: 'string' }
export const nullableText: Json = { type: ['string', 'null'] }
export const number: Json = { type: 'number' }
export const nullableNumber: Json = { type: ['number', 'null'] }
export const whole: Json = { type: 'integer', minimum: 0 }
export const percent: Json = { type: 'number', minimum: 0, maximum: 100 }

/** An object all of whose members are always there. */
export function object(properties: Readonly<Record<string, Json>>): Json {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

export function list(items: Json): Json {
  return { type: 'array', items }
}

export function orNull(schema: Json): Json {
  return { oneOf: [schema, { type: 'null' }] }
}

export function named(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}
