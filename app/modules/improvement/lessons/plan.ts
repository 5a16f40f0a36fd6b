/** A lesson in plain fields: what the document says, for pages, search and export. */
export interface Plan {
  /** What the designers want to know about how pupils learn. */
  readonly question: string
  readonly pupilsDo: string
  readonly pupilsSay: string
  readonly materials: string
  /** Three pupils to watch, by what to look for; never by name. */
  readonly watch: readonly [string, string, string]
  readonly phases: readonly Phase[]
}

export interface Phase {
  readonly what: string
  /** 0 where it was not said. */
  readonly minutes: number
}

export const emptyPlan: Plan = {
  question: '',
  pupilsDo: '',
  pupilsSay: '',
  materials: '',
  watch: ['', '', ''],
  phases: [],
}

/** Minutes of all phases together. */
export function totalMinutes(plan: Plan): number {
  return plan.phases.reduce((sum, phase) => sum + phase.minutes, 0)
}

/** A plan as it was stored; what is missing is empty. */
export function readPlan(stored: Readonly<Record<string, unknown>>): Plan {
  const words = (value: unknown): string => (typeof value === 'string' ? value : '')
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  const [first, second, third] = list(stored.watch)
  return {
    question: words(stored.question),
    pupilsDo: words(stored.pupilsDo),
    pupilsSay: words(stored.pupilsSay),
    materials: words(stored.materials),
    watch: [words(first), words(second), words(third)],
    phases: list(stored.phases).flatMap((phase) => {
      if (typeof phase !== 'object' || phase === null) return []
      const { what, minutes } = { what: undefined, minutes: undefined, ...phase }
      return [{ what: words(what), minutes: typeof minutes === 'number' ? minutes : 0 }]
    }),
  }
}
