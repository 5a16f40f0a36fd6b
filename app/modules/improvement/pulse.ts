/** The three statements of the pulse, by number; the words are in the texts. Our own items, about working together. */
export const pulseItems = ['kept-promises', 'dared-to-say', 'helped-each-other'] as const

/** Answers below this number are never shown: with fewer, people could be guessed. */
export const leastAnswers = 5

export interface PulseSummary {
  readonly n: number
  /** By item: how many gave 1, 2, 3, 4 and 5 (not at all … completely). */
  readonly counts: readonly (readonly [number, number, number, number, number])[]
}

export type PulseView =
  | { readonly kind: 'open'; readonly n: number }
  | { readonly kind: 'too-few'; readonly n: number }
  | { readonly kind: 'shown'; readonly summary: PulseSummary }

/**
 * What may be seen of a pulse. Only after it was closed, so that nobody can compare the picture before and after one
 * more answer; and only from five answers on. Answers to an open pulse are sealed: `received` says how many there are.
 */
export function pulseView(closed: boolean, answers: readonly (readonly number[])[], received: number): PulseView {
  if (!closed) return { kind: 'open', n: received }
  const n = answers.length
  if (n < leastAnswers) return { kind: 'too-few', n }
  const counts = pulseItems.map((_, item): PulseSummary['counts'][number] => {
    const tally: [number, number, number, number, number] = [0, 0, 0, 0, 0]
    for (const answer of answers) {
      const given = answer[item]
      if (given !== undefined && given >= 1 && given <= 5) tally[(given - 1) as 0 | 1 | 2 | 3 | 4] += 1
    }
    return tally
  })
  return { kind: 'shown', summary: { n, counts } }
}
