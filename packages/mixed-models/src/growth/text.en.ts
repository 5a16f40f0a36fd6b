import type { GrowthText } from './text.nl.ts'

export const en: GrowthText = {
  language: 'en',
  title: 'Growth by school, with 95% interval',
  middle: 'the school in the middle',
  pupils: (count) => (count === 1 ? '1 pupil' : `${count} pupils`),
  growth: 'growth',
  verdicts: {
    above: 'above the middle',
    below: 'below the middle',
    'cannot-be-told-apart': 'cannot be told apart from the middle',
  },
  summary: (schools, above, below, neither) =>
    `${schools} schools from least to most growth: ${above} above the middle, ${below} below it, ${neither} cannot be told apart from the middle.`,
}
