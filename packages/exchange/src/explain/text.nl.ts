import type { ExplainText } from './text.ts'

export const explainTextNl: ExplainText = {
  number: (value, decimals) => value.toFixed(decimals).replace('.', ','),
  matched: {
    2: 'Je ruilt met één andere leraar.',
    3: 'Je ruilt in een kring van drie leraren.',
  },
  goes: ({ school, kilometres, radius }) =>
    `Je gaat naar school ${school}. Dat is ${kilometres} km. Je wilt tot ${radius} km reizen.`,
  comes: ({ kilometres }) => `Wie jouw plek overneemt, reist ${kilometres} km. Dat is niet verder dan die leraar wil.`,
  subject: (subject) => `Je geeft daar ${subject}.`,
  periods: (periods) => `Jullie kunnen allebei in: ${periods.join(', ')}.`,
  partTime: (own, other) => `Jouw deeltijdfactor is ${own}, die van de baan daar ${other}.`,
  qualification: (qualification) => `Je hebt de bevoegdheid die daar nodig is: ${qualification}.`,
  points: (weight, { brings, learns, near }) =>
    `Dit geeft ${weight} punten: ${brings} voor wat jouw school daar brengt, ${learns} voor wat jouw school daar leert en ${near} voor de afstand.`,
  total: (weight) => `De hele ruil geeft ${weight} punten.`,
  unmatched: {
    trio: 'Je doet nog niet mee. Er is nog geen schoolleider of buddy bij jou ingevuld.',
    'no-profile': 'Je school heeft nog geen expertise en geen doelen ingevuld. Daarom past er nog geen ruil.',
    'no-partner': 'Er is nu niemand met wie je kunt ruilen.',
    'others-worth-more': (partners) =>
      `Je kunt met ${partners === 1 ? 'één leraar' : `${partners} leraren`} ruilen. Samen komen alle ruilen nu hoger uit zonder jou.`,
  },
  and: ' en ',
  unlock: (changes) => `Dit geeft je een ruil: ${changes}.`,
  noUnlock: 'We vonden geen kleine verandering waarmee je een ruil krijgt.',
  change: {
    trio: (missing) =>
      `${missing.map((who) => (who === 'leader' ? 'een schoolleider' : 'een buddy')).join(' en ')} erbij`,
    radius: (more) => `${more} km verder willen reizen`,
    tolerance: (more) => `${more} meer verschil in deeltijdfactor goed vinden`,
    'part-time': (more, isMore) => `een deeltijdfactor die ${more} ${isMore ? 'hoger' : 'lager'} is`,
    veto: (by, of) => `${by === 'buddy' ? 'je buddy trekt' : 'je trekt'} het bezwaar tegen ${of} in`,
    period: (add) => `ook kunnen in ${add}`,
    subject: (add) => `ook ${add} geven`,
    sector: (add) => `ook in de sector ${add} werken`,
    qualification: (add) => `de bevoegdheid ${add} halen`,
  },
  alternative: (partner, cost, percent) =>
    `Ruilen met ${partner}: ${cost} punten minder voor allen samen (${percent} %).`,
  withoutTeacher: (cost, percent) => `Niet ruilen: ${cost} punten minder voor allen samen (${percent} %).`,
}
