import type { FaceCounts } from './session.ts'
import type { ActionState, GoalState } from './tables.ts'

/** What zones show. Days as `YYYY-MM-DD`, instants as ISO text: the database hands them over as JSON. */
export interface ReadingCard {
  readonly id: string
  readonly onDate: string
  readonly value: number
  readonly outOf: number | null
}

export interface GoalCard {
  readonly id: string
  readonly effect: string
  readonly measure: string
  readonly outOf: number | null
  readonly baseline: number | null
  readonly target: number | null
  readonly reason: string
  /** `<kind>:<id>` of what another module offered as reason; null: the team's own words. */
  readonly reasonFrom: string | null
  readonly state: GoalState
  /** Oldest first. */
  readonly readings: readonly ReadingCard[]
}

export interface ActionCard {
  readonly id: string
  readonly goalId: string | null
  readonly description: string
  readonly dueOn: string | null
  readonly state: ActionState
  readonly stateReason: string
  /** Of the last change of state. */
  readonly stateAt: string | null
  readonly ownerIds: readonly string[]
  readonly ownerNames: readonly string[]
  readonly everyone: boolean
  readonly impact: number | null
  readonly feasibility: number | null
  /** The action that this one goes on from. */
  readonly follows: string | null
}

export interface SuccessCard {
  readonly id: string
  readonly description: string
  readonly byName: string
  readonly onDate: string
}

export interface PlanCard {
  readonly id: string
  readonly description: string
  /** The Monday of the week that it is for. */
  readonly week: string
  readonly byName: string
}

export interface Colleague {
  readonly id: string
  readonly name: string
}

/** How the last session that has ended began. */
export interface LastSession {
  readonly startedAt: string
  /** How many checked in with each face: good, so-so, not well. */
  readonly faces: FaceCounts
}

/** The period that today is in; between two periods the one that comes, which a team prepares already. */
export interface CurrentPeriod {
  readonly id: string
  readonly number: number
  readonly theme: string | null
  readonly endsOn: string
}
