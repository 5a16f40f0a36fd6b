import type { ExplainText } from './text.ts'

export const explainTextEn: ExplainText = {
  number: (value, decimals) => value.toFixed(decimals),
  matched: {
    2: 'You exchange with one other teacher.',
    3: 'You exchange in a circle of three teachers.',
  },
  goes: ({ school, kilometres, radius }) =>
    `You go to school ${school}. That is ${kilometres} km. You want to travel up to ${radius} km.`,
  comes: ({ kilometres }) => `Whoever takes your place travels ${kilometres} km. That is no farther than they want.`,
  subject: (subject) => `You teach ${subject} there.`,
  periods: (periods) => `You both can in: ${periods.join(', ')}.`,
  partTime: (own, other) => `Your part-time factor is ${own}, that of the job there is ${other}.`,
  qualification: (qualification) => `You have the qualification that is needed there: ${qualification}.`,
  points: (weight, { brings, learns, near }) =>
    `This gives ${weight} points: ${brings} for what your school brings there, ${learns} for what your school learns there and ${near} for the distance.`,
  total: (weight) => `The whole exchange gives ${weight} points.`,
  unmatched: {
    trio: 'You don’t take part yet. Your school leader or buddy has not been filled in.',
    'no-profile': 'Your school has not filled in any expertise or goals yet. So no exchange fits yet.',
    'no-partner': 'There is nobody you could exchange with now.',
    'others-worth-more': (partners) =>
      `You could exchange with ${partners === 1 ? 'one teacher' : `${partners} teachers`}. Together all exchanges are worth more without you now.`,
  },
  and: ' and ',
  unlock: (changes) => `This gives you an exchange: ${changes}.`,
  noUnlock: 'We found no small change that gives you an exchange.',
  change: {
    trio: (missing) =>
      `adding ${missing.map((who) => (who === 'leader' ? 'a school leader' : 'a buddy')).join(' and ')}`,
    radius: (more) => `travelling ${more} km farther`,
    tolerance: (more) => `accepting ${more} more difference in part-time factor`,
    'part-time': (more, isMore) => `a part-time factor that is ${more} ${isMore ? 'higher' : 'lower'}`,
    veto: (by, of) => `${by === 'buddy' ? 'your buddy takes' : 'taking'} back the objection to ${of}`,
    period: (add) => `being free in ${add} too`,
    subject: (add) => `teaching ${add} too`,
    sector: (add) => `working in the sector ${add} too`,
    qualification: (add) => `getting the qualification ${add}`,
  },
  alternative: (partner, cost, percent) =>
    `Exchanging with ${partner}: ${cost} points less for all together (${percent} %).`,
  withoutTeacher: (cost, percent) => `Not exchanging: ${cost} points less for all together (${percent} %).`,
}
