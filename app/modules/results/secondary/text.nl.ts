export const nl = {
  lead: 'Van een school voor voortgezet onderwijs staat hier wat DUO publiceert: hoe leerlingen na een jaar verder gingen, en hoeveel kandidaten slaagden.',
  progress: 'Na een jaar',
  progressLead: (pupils: string) =>
    `Van ${pupils} leerlingen is bekend hoe ze verder gingen. De anderen gingen gewoon over.`,
  move: { 'moved-down': 'Naar een lager niveau', repeating: 'Bleef zitten', 'moved-up': 'Naar een hoger niveau' },
  heads: {
    move: 'Wat',
    pupils: 'Leerlingen',
    share: 'Aandeel',
    chance: 'Met toeval erbij',
    track: 'Onderwijssoort',
    year: 'Schooljaar',
    candidates: 'Kandidaten',
    passed: 'Geslaagd',
  },
  exams: 'Examens',
  examsLead: 'Hoeveel van de kandidaten slaagden, per onderwijssoort.',
  noProgress: 'Over zittenblijven en opstroom is van deze school niets geladen.',
  noExams: 'Over examens is van deze school niets geladen.',
  range: (low: string, high: string) => (low === high ? low : `${low} tot ${high}`),
  atLeast: (low: string) => `${low} of meer`,
  percent: (low: string, high: string) => (low === high ? `${low} %` : `${low} tot ${high} %`),
  unknown: 'niet te zeggen',
  picture: (rows: string) => `Aandelen van de leerlingen: ${rows}.`,
  legend:
    'Balk: wat zeker is en wat afgeschermde aantallen openlaten. Dunne lijn: wat toeval kan doen bij zoveel leerlingen.',
  source: (name: string, day: string, year: string | null) =>
    `Bron: ${name}, gepubliceerd op ${day}${year === null ? '' : `, tot en met schooljaar ${year}`}.`,
}
