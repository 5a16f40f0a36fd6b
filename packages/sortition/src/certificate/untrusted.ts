import type { Why } from './verdict.ts'

/** Thrown within the verifier, and caught where it ends: a result that can't be what it says. */
export class Refused extends Error {
  readonly why: Why
  constructor(why: Why) {
    super(why.reason)
    this.why = why
  }
}

export function refuse(reason: Why['reason'], at?: string): never {
  throw new Refused(at === undefined ? { reason } : { reason, at })
}

export type Json = Readonly<Record<string, unknown>>

export function record(value: unknown): Json {
  // Not null and not a list: what JSON said of it are its own properties.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : refuse('malformed')
}

/** An own property: `__proto__` may be the id of a person. */
export function get(value: Json, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

export function list(value: unknown): readonly unknown[] {
  // Holes, which JSON has not, become undefined.
  return Array.isArray(value) ? Array.from(value) : refuse('malformed')
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : refuse('malformed')
}

export function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse('malformed')
}

/** A number of which no digit was lost. */
export function integer(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : refuse('unsafe-number')
}

export function integers(value: unknown): readonly number[] {
  return list(value).map(integer)
}
