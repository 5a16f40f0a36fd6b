import type { Translation } from '../../platform/text/dictionary.ts'
import type { nl } from './text.school.nl.ts'

export const en: Translation<typeof nl> = {
  title: 'How it goes',
  over: (school, theme) => (theme === null ? school : `${school} · theme now: ${theme}`),
  noAmbition: 'What does the school want to reach this year?',
  toYear: 'To the year board',
  noYear: 'no year board yet',
  noTheme: 'no period at this moment',
  teams: {
    title: 'How are the teams doing?',
    team: 'Team',
    sessions: 'Board sessions',
    perMonth: 'a month',
    goals: 'Goals',
    actions: 'Actions',
    theme: 'Theme',
    lastPeriod: 'Last look-back',
    weeks: (held, weeks) => `${held} of ${weeks} school weeks`,
    noWeeks: 'no week yet',
    open: (open) => `${open} open`,
    late: (late) => `${late} late`,
    closed: (theme) => `${theme}: done`,
    notClosed: (theme) => `${theme}: still open`,
    none: '–',
    source:
      'Of the last eight school weeks; holidays do not count. Schools in rhythm hold about 3.5 board sessions a month. Everybody at the school sees this same overview.',
    regionUnknown:
      'Your holiday region has not been chosen yet. Until then only holidays of the whole country are left out. The leader or coach chooses the region at the year board.',
    chooseRegion: 'Choose the holiday region',
    empty: 'There are no teams yet',
    emptyDo: 'Make a team of 6 to 10 colleagues first. It then gets a board.',
    toPeople: 'To people and teams',
  },
  attention: {
    title: 'Have a look first',
    none: 'Nothing that must be done now. A good moment to drop in on a board session.',
    'no-session': (team, weeks) => `${team} held no board session for ${weeks} school weeks.`,
    'late-actions': (team, count) =>
      count === 1 ? `${team} has 1 action that is late.` : `${team} has ${count} actions that are late.`,
    'not-counted': (team, goals) =>
      goals === 1
        ? `${team} has counted nothing at 1 goal for three weeks.`
        : `${team} has counted nothing at ${goals} goals for three weeks.`,
    'not-closed': (team, theme) => `${team} has not closed ‘${theme}’ yet.`,
  },
  board: {
    title: 'Our schools',
    lead: 'In the order of the alphabet. This is no ranking: schools don’t start alike and work on different goals. Ask about it, don’t add it up.',
    school: 'School',
    teams: 'Teams',
    none: 'No schools belong to this governing body yet.',
    sessions: 'Board sessions a team a month',
    noFigure: 'nothing to say yet',
    late: 'Late',
    source:
      'Of the last eight school weeks, for each school the median of its teams; n is the number of teams that have a week to count.',
    regionUnknown: (schools) =>
      `The holiday region of ${schools} has not been chosen yet: there only holidays of the whole country are left out.`,
    figure: (value, n) => `${value} (n = ${n})`,
  },
  nav: 'Overview',
}
