/** A group of people who answered an open question, such as a class. */
export interface AnsweringGroup {
  readonly name: string
  /** How many people could have answered: of nobody's answer may it be known whose it is. */
  readonly people: number
}

export interface OpenAnswersDecision {
  /** Names of groups whose answers may be shown apart. */
  readonly apart: readonly string[]
  /** Names of groups whose answers may be shown as one heap; empty where even that would be too few. */
  readonly together: readonly string[]
  readonly withheld: readonly string[]
}

/** The house rule: fewer than ten people are recognised by what they write. */
export const fewestForOpenAnswers = 10

/**
 * Decides of which groups open answers may be shown. A group below the minimum goes on a heap with the others below it;
 * where that heap is too small as well nothing of it is shown. A heap is never filled up with a group that can stand
 * apart: who compares the two would find the small one.
 */
export function decideOpenAnswers(
  groups: readonly AnsweringGroup[],
  minimum = fewestForOpenAnswers,
): OpenAnswersDecision {
  const small = groups.filter(({ people }) => people < minimum)
  const people = small.reduce((sum, group) => sum + group.people, 0)
  const names = small.map(({ name }) => name)
  const apart = groups.filter((group) => group.people >= minimum).map(({ name }) => name)
  return people >= minimum ? { apart, together: names, withheld: [] } : { apart, together: [], withheld: names }
}
