import type { LayerName } from './impact.ts'

/** Something to try for a layer: a goal for pupils or an action of teachers. The words are in the texts. */
export interface Idea {
  readonly key: IdeaKey
  readonly kind: 'goal' | 'action'
}

export const ideaKeys = [
  'fixed-time',
  'ask-visit',
  'design-one',
  'one-better-lesson',
  'stop-one-thing',
  'ask-pupils',
  'leader-asks',
  'clear-the-way',
  'practise-talk',
  'know-what-they-learn',
  'explain-to-each-other',
  'count-weekly',
  'ask-what-helped',
] as const
export type IdeaKey = (typeof ideaKeys)[number]

const action = (key: IdeaKey): Idea => ({ key, kind: 'action' })
const goal = (key: IdeaKey): Idea => ({ key, kind: 'goal' })

/** What each layer offers, whether it is weak or not: a school decides that itself. */
export const ideas: Readonly<Record<LayerName, readonly Idea[]>> = {
  execution: [action('fixed-time'), action('ask-visit'), action('design-one')],
  enthusiasm: [action('one-better-lesson'), action('stop-one-thing')],
  // One for each condition: conviction, role models, systems, skills.
  culture: [action('ask-pupils'), action('leader-asks'), action('clear-the-way'), action('practise-talk')],
  behaviour: [goal('know-what-they-learn'), goal('explain-to-each-other')],
  results: [action('count-weekly'), action('ask-what-helped')],
}

export function findIdea(key: string): Idea | null {
  return (
    Object.values(ideas)
      .flat()
      .find((idea) => idea.key === key) ?? null
  )
}
