export const nl = {
  title: 'Zo gaat het',
  over: (school: string, theme: string | null) => (theme === null ? school : `${school} · thema nu: ${theme}`),
  noAmbition: 'Wat wil de school dit jaar bereiken?',
  toYear: 'Naar het jaarbord',
  noYear: 'nog geen jaarbord',
  noTheme: 'geen periode op dit moment',
  teams: {
    title: 'Hoe lopen de teams?',
    team: 'Team',
    sessions: 'Bordsessies',
    perMonth: 'per maand',
    goals: 'Doelen',
    actions: 'Acties',
    theme: 'Thema',
    lastPeriod: 'Laatste terugblik',
    weeks: (held: number, weeks: number) => `${held} van ${weeks} schoolweken`,
    noWeeks: 'nog geen week',
    open: (open: number) => `${open} open`,
    late: (late: number) => `${late} te laat`,
    closed: (theme: string) => `${theme}: klaar`,
    notClosed: (theme: string) => `${theme}: nog open`,
    none: '–',
    source:
      'Van de laatste acht schoolweken; vakanties tellen niet mee. Scholen die in het ritme zitten houden zo’n 3,5 bordsessies per maand. Iedereen van de school ziet ditzelfde overzicht.',
    regionUnknown:
      'Jullie vakantieregio is nog niet gekozen. Zolang tellen alleen vakanties niet mee die heel Nederland heeft. De leider of coach kiest de regio bij het jaarbord.',
    chooseRegion: 'Kies de vakantieregio',
    empty: 'Er zijn nog geen teams',
    emptyDo: 'Maak eerst een team van 6 tot 10 collega’s. Dan krijgt het een bord.',
    toPeople: 'Naar mensen en teams',
  },
  attention: {
    title: 'Eerst even kijken',
    none: 'Niets dat nu moet. Mooi moment om bij een bordsessie langs te gaan.',
    'no-session': (team: string, weeks: number) => `${team} hield ${weeks} schoolweken geen bordsessie.`,
    'late-actions': (team: string, count: number) =>
      count === 1 ? `${team} heeft 1 actie die te laat is.` : `${team} heeft ${count} acties die te laat zijn.`,
    'not-counted': (team: string, goals: number) =>
      goals === 1
        ? `${team} telde bij 1 doel al drie weken niets.`
        : `${team} telde bij ${goals} doelen al drie weken niets.`,
    'not-closed': (team: string, theme: string) => `${team} heeft ‘${theme}’ nog niet afgesloten.`,
  },
  board: {
    title: 'Onze scholen',
    lead: 'Op alfabet. Dit is geen ranglijst: scholen beginnen niet gelijk en werken aan verschillende doelen. Vraag ernaar, tel het niet op.',
    school: 'School',
    teams: 'Teams',
    none: 'Er horen nog geen scholen bij dit bestuur.',
    sessions: 'Bordsessies per team per maand',
    noFigure: 'nog niets te zeggen',
    late: 'Te laat',
    source:
      'Van de laatste acht schoolweken, per school het midden van haar teams; n is het aantal teams dat al een week kan tellen.',
    regionUnknown: (schools: string) =>
      `Van ${schools} is de vakantieregio nog niet gekozen: daar tellen alleen vakanties niet mee die heel Nederland heeft.`,
    figure: (value: string, n: number) => `${value} (n = ${n})`,
  },
  nav: 'Overzicht',
}
