import { leastAnswers } from '@kantelpunt/intervals'

/** Four things that decide whether people change how they work; three statements on each. The words are in the texts. */
export const conditions = ['conviction', 'role-models', 'systems', 'skills'] as const
export type Condition = (typeof conditions)[number]

const statements = [1, 2, 3] as const
export type CultureItem = `${Condition}-${(typeof statements)[number]}`

/** The statements on a condition. */
export function itemsOn(condition: Condition): readonly CultureItem[] {
  return statements.map((at): CultureItem => `${condition}-${at}`)
}

/** All of them, in the order in which answers are kept. */
export const cultureItems: readonly CultureItem[] = conditions.flatMap(itemsOn)

/** Answers are from 1 (not at all) to 5 (completely). */
export const cultureScale = { lowest: 1, highest: 5 } as const

export interface CultureAnswer {
  readonly teamId: string | null
  /** In the order of `cultureItems`. */
  readonly answers: readonly number[]
}

/** What somebody answered on the statements of one condition. */
export function answersOn(condition: Condition, { answers }: CultureAnswer): readonly number[] {
  return itemsOn(condition).map((item) => answers[cultureItems.indexOf(item)] ?? Number.NaN)
}

/**
 * The teams that may be shown apart: five answers or more, and what is left (other teams, people without one) is nothing
 * or at least five as well. Otherwise it could be found by taking the teams from the whole; then the smallest goes too.
 */
export function teamsShown(answers: readonly CultureAnswer[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { teamId } of answers) if (teamId !== null) counts.set(teamId, (counts.get(teamId) ?? 0) + 1)
  const shown = [...counts].filter(([, count]) => count >= leastAnswers).sort(([, a], [, b]) => a - b)
  const rest = () => answers.length - shown.reduce((sum, [, count]) => sum + count, 0)
  while (shown.length > 0 && rest() > 0 && rest() < leastAnswers) shown.shift()
  return shown.map(([teamId]) => teamId)
}
