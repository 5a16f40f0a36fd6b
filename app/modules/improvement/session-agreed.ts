import type { ActionState } from './tables.ts'

/** Who does something: people of the school by id, others by name, or everybody. */
export interface Owners {
  readonly ownerIds: readonly string[]
  readonly ownerNames: readonly string[]
  readonly everyone: boolean
}

export interface AgreedAction extends Owners {
  readonly id: string
  readonly description: string
  readonly dueOn: string | null
  /** Thought up in this session. */
  readonly fresh: boolean
}

export interface ClosedAction {
  readonly id: string
  readonly description: string
  readonly state: Exclude<ActionState, 'open'>
  readonly reason: string
}

/** What a session came to, as it stood when it ended. It is kept with the session: later edits don't change it. */
export interface Agreed {
  /** Who does what from here: every open action, those due first in front. */
  readonly actions: readonly AgreedAction[]
  /** Done, adapted or stopped in this session. */
  readonly closed: readonly ClosedAction[]
  /** Open actions that were not talked about; they come back next time. */
  readonly unseenIds: readonly string[]
  readonly readings: readonly { readonly effect: string; readonly value: number; readonly outOf: number | null }[]
  readonly successes: readonly { readonly description: string; readonly byName: string }[]
  readonly plans: readonly { readonly description: string; readonly byName: string }[]
}

/** Whether this person is one of those who do it. */
export function isOwner(owners: Owners, personId: string): boolean {
  return owners.everyone || owners.ownerIds.includes(personId)
}

interface Due {
  readonly id: string
  readonly dueOn: string | null
}

/** The turn in which open actions are talked about: those due first in front, those without a day last, none left out. */
export function inTurn<T extends Due>(actions: readonly T[]): readonly T[] {
  return actions.toSorted((a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
