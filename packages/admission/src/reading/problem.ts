/** What is wrong in a file of an admission, and where: `candidates[3].preferences[2]`. */
export type Problem =
  | { readonly kind: 'no-json'; readonly at: string; readonly message: string }
  /** Something else is expected here. */
  | { readonly kind: 'expected'; readonly at: string; readonly what: Expected }
  | { readonly kind: 'unknown-field'; readonly at: string; readonly field: string }
  | { readonly kind: 'duplicate-id'; readonly at: string; readonly id: string; readonly earlier: string }
  | { readonly kind: 'unknown-programme' | 'unknown-candidate'; readonly at: string; readonly id: string }
  /** On one list twice. */
  | { readonly kind: 'twice'; readonly at: string; readonly id: string }
  | { readonly kind: 'scores-beside-list'; readonly at: string; readonly scores: number; readonly preferences: number }
  | { readonly kind: 'no-score'; readonly at: string; readonly id: string }
  | { readonly kind: 'least-over-most'; readonly at: string }
  /** Two groups share a candidate, and neither is part of the other. */
  | {
      readonly kind: 'groups-cross'
      readonly at: string
      readonly groups: readonly [string, string]
      readonly id: string
    }
  | { readonly kind: 'too-many-groups'; readonly at: string; readonly limit: number }
  /** Somebody who wants two places together has a list alone too, or is in two couples. */
  | { readonly kind: 'in-couple-and-alone' | 'in-two-couples'; readonly at: string; readonly id: string }
  | { readonly kind: 'both-beside-ties'; readonly at: string }

export type Expected =
  | 'an object with programmes and candidates'
  | 'a list'
  | 'an object'
  | 'a text that is not empty'
  | 'the id of a programme'
  | 'the id of a candidate'
  | 'a whole number of 0 or more'
  | 'a number of at most 2^53'
  | 'a number of at most 2^53, or numbers by preference, or an object of numbers by programme'
  | 'two different programmes'
  | 'two programmes, or null for none, and not twice null'
  | 'two different candidates'

/** The same as a sentence, in English: it is about a file. */
export function describeProblem(problem: Problem): string {
  const { at } = problem
  switch (problem.kind) {
    case 'no-json':
      return `${at}: this is no JSON: ${problem.message}.`
    case 'expected':
      return `${at}: expected ${problem.what}.`
    case 'unknown-field':
      return `${at}: there is no field ${problem.field} in this format.`
    case 'duplicate-id':
      return `${at}: ${problem.id} is the id of ${problem.earlier} already.`
    case 'unknown-programme':
      return `${at}: there is no programme ${problem.id}.`
    case 'unknown-candidate':
      return `${at}: there is no candidate ${problem.id}.`
    case 'twice':
      return `${at}: ${problem.id} is on this list already.`
    case 'scores-beside-list':
      return `${at}: ${problem.scores} scores beside ${problem.preferences} preferences.`
    case 'no-score':
      return `${at}: there is no score for ${problem.id}, and that programme has no list of priorities.`
    case 'least-over-most':
      return `${at}: least is more than most.`
    case 'groups-cross':
      return `${at}: ${problem.groups.join(' and ')} share ${problem.id}, and neither is part of the other; then no stable division may exist. Split one of them.`
    case 'too-many-groups':
      return `${at}: quotas name more than ${problem.limit} groups.`
    case 'in-couple-and-alone':
      return `${at}: ${problem.id} has preferences alone too; give those of the couple only.`
    case 'in-two-couples':
      return `${at}: ${problem.id} is in another couple.`
    case 'both-beside-ties':
      return `${at}: a list with both has no places that are as good as each other.`
  }
}
