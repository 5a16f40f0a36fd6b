import { z } from 'zod'
import { parseDay } from '../../platform/text/days.ts'
import { changedFields } from '../../platform/web/changed-fields.ts'
import type { FieldErrors, Submission } from '../../platform/web/form.ts'

/** A number that can be counted, with a comma or a point; empty is null. */
const amount = z
  .preprocess(
    (typed) => (typeof typed === 'string' ? Number(typed.replace(',', '.')) : typed),
    z.number().min(0).max(100_000),
  )
  .nullable()
  .default(null)

const day = z.preprocess((typed) => (typeof typed === 'string' ? (parseDay(typed) ?? typed) : typed), z.iso.date())
const laterDay = day.nullable().default(null)
const words = (most: number) => z.string().max(most).default('')

const goalFields = {
  measure: words(300),
  outOf: amount.refine((value) => value !== 0, 'too-small'),
  baseline: amount,
  target: amount,
  reason: words(300),
  /** `<kind>:<id>` of a reference that another module offered. */
  reasonFrom: z
    .string()
    .regex(/^[a-z-]+:[A-Za-z0-9-]{1,100}$/)
    .nullable()
    .default(null),
}
export const newGoalForm = z.object({ effect: z.string().max(300), ...goalFields })
export const goalForm = z.object({ effect: z.string().max(300).optional(), ...goalFields })

export const readingForm = z.object({
  value: amount.refine((value) => value !== null, 'required'),
  outOf: amount.refine((value) => value !== 0, 'too-small'),
  onDate: laterDay,
})

const actionFields = {
  goalId: z.uuid().nullable().default(null),
  owners: z
    .array(z.union([z.literal('everyone'), z.uuid()]))
    .max(40)
    .default([]),
  /** Names of others, with commas between them. */
  ownerNames: words(300),
  dueOn: laterDay,
}
export const newActionForm = z.object({ description: z.string().max(300), ...actionFields })
export const actionForm = z.object({ description: z.string().max(300).optional(), ...actionFields })

export const actionEndForm = z.object({
  state: z.enum(['adapted', 'stopped']),
  reason: words(300),
  description: words(300),
  dueOn: laterDay,
})

/** Which action is done, or open again after all. */
export const tickForm = z.object({ done: z.uuid().optional(), open: z.uuid().optional() })

const successFields = { byName: words(60) }
export const newSuccessForm = z.object({ description: z.string().max(500), ...successFields })
export const successForm = z.object({ description: z.string().max(500).optional(), ...successFields })

const planFields = { week: laterDay, byName: words(60) }
export const newPlanForm = z.object({ description: z.string().max(300), ...planFields })
export const planForm = z.object({ description: z.string().max(300).optional(), ...planFields })

/**
 * What a person changed on a card: fields that the form had, and that differ from what it showed (`Was`). Fields that
 * were not in the form keep what they have.
 */
export function editedFields<T extends object>(value: T, submission: Submission): Partial<T> {
  const edited: Partial<T> = {}
  const changed = changedFields(value, submission)
  for (const name of Object.keys(changed) as (keyof T & string)[]) {
    if (name in submission.values) edited[name] = changed[name]
  }
  return edited
}

/** A field that may not become empty, and did. */
export function emptied(name: string, { values }: Submission): FieldErrors | null {
  return values[name] === '' ? { [name]: { reason: 'required' } } : null
}
