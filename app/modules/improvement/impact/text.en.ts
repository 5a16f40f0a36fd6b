import type { nl } from './text.nl.ts'

export const en: typeof nl = {
  movement: 'Schools that work this way',
  nav: 'Does it work?',
  title: 'Does it work?',
  over: (school, year) => `${school} · ${year}`,
  lead: 'Five layers, from what you do to what pupils reach. Beside each figure stands how sure it is.',
  tabs: 'Does it work?',
  tab: { layers: 'Five layers', year: 'The year', scan: 'Questionnaire', print: 'For the council' },
  notSay: 'What you may not conclude',
  layers: {
    execution: {
      title: 'Do we do it?',
      over: 'Layer 1 · execution',
      source:
        'Counted per team in weeks with school that are over, over the last year. Beside it stands what schools in rhythm do.',
      notSay: 'Often is not yet well. A team that meets less often at its board does not work less well by that.',
    },
    enthusiasm: {
      title: 'Do we feel like it?',
      over: 'Layer 2 · enthusiasm',
      source: 'From the questions when looking back, anonymous, from 1 (not at all) to 5 (completely).',
      notSay:
        'This is about how it went together. It does not say that lessons are better, and nothing of one team or person.',
    },
    culture: {
      title: 'Does our culture change?',
      over: 'Layer 3 · school culture',
      source: 'From the questionnaire that is asked once a year, anonymous, from 1 (not at all) to 5 (completely).',
      notSay:
        'These are opinions at one moment. Questions of our own, not tested at other schools: compare with yourself, not with others.',
    },
    behaviour: {
      title: 'Do we see it in lessons?',
      over: 'Layer 4 · what teachers do',
      source:
        'From lesson visits, only of teachers who agreed to it, from 1 (almost nobody) to 4 (almost everybody). Counted once when a half year is over, and only of 5 teachers or more; after that it never changes.',
      notSay:
        'It says nothing of one teacher and is never an appraisal. Those who take part chose to: others may be different.',
    },
    results: {
      title: 'Do pupils notice?',
      over: 'Layer 5 · what pupils reach',
      source: 'Goals of this year that were counted and have a target.',
      notSay: 'This is an association, not proof. Pupils grow without a board too, and teams choose their own goals.',
    },
  },
  figures: {
    sessions: 'Board sessions',
    visits: 'Lesson visits',
    designs: 'Lessons designed together',
    pulse: 'How it went together',
    'pulse-change': 'Since the period before',
    conviction: 'Conviction: we see why',
    'role-models': 'Role models: we see others do it',
    systems: 'Time and agreements: it can be done',
    skills: 'Skills: we know how',
    'culture-all': 'School culture',
    'culture-change': 'Since the questionnaire before',
    agreement: 'How much do we agree?',
    'behaviour-all': 'Seen in lessons',
    reached: 'Goals reached',
    nearer: 'Reached or nearer',
  },
  columns: { what: 'What', picture: 'Picture', value: 'How much', between: 'Probably between', n: 'Out of how many' },
  units: {
    'per-month': (value) => `${value} a month`,
    'of-five': (value) => `${value} of 5`,
    'of-four': (value) => `${value} of 4`,
    share: (value) => value,
    points: (value) => `${value} points`,
    agreement: (value) => value,
  },
  between: (low, high) => `${low} and ${high}`,
  picture: (what, value, between) => `${what}: ${value}, between ${between}`,
  noInterval: 'cannot be said yet',
  counts: {
    weeks: (n, teams) => `${n} weeks, ${teams} ${teams === 1 ? 'team' : 'teams'} together`,
    answers: (n) => `${n} answers`,
    teachers: (n) => `${n} teachers`,
    goals: (n, teams) => `${n} goals of ${teams} ${teams === 1 ? 'team' : 'teams'}`,
    thenAndNow: (before, after, teams) =>
      teams === undefined
        ? `${before} answers then, ${after} now`
        : `${before} answers then, ${after} now, of ${teams} ${teams === 1 ? 'team' : 'teams'} asked both times`,
  },
  reference: (value) => `schools in rhythm: ${value}`,
  absent: {
    'not-measured': 'not yet measured',
    'half-open': 'to be seen two weeks after the half year is over',
    tooFewWeeks: (n, least) => `too short yet: ${n} of the ${least} weeks that are needed`,
    tooFew: (n, least) => `too few yet: ${n} of the ${least} that are needed`,
    'still-open': (n) => `still open: ${n} answers, to be seen when the questionnaire is closed`,
  },
  certain:
    'Each figure comes from few people or weeks. So it says where the real figure probably lies: about 95 of 100 such bounds are right. Below 5 answers nothing is shown. Where it says ‘cannot be said yet’, there are too few weeks or teams for honest bounds.',
  dip: {
    'before-dip': (months) =>
      `You have been at it for ${months} months. After a year to a year and a half enthusiasm often dips. That is part of it.`,
    dip: (months) =>
      `You have been at it for ${months} months. Right now enthusiasm often dips: the newness is gone. That is part of it and usually passes.`,
    'after-dip': (months) => `You have been at it for ${months} months. The known dip after a year is behind you.`,
  },
  agreement: {
    title: 'How much do teams agree among themselves?',
    lead: '1 is completely, 0 is as if everybody filled in just anything. Below 0 the team is split in two.',
    team: 'Team',
  },
  toScan: 'To the questionnaire',
  behaviourOf: (day) => `This is the half year from ${day} on.`,
  scanOf: (year) => `The outcome is of ${year}.`,
  try: {
    title: 'What can you try?',
    lead: 'Choose one. Then choose the board.',
    page: 'Put it on a board',
    goalLabel: 'What will you see pupils do?',
    actionLabel: 'What are we going to do?',
    edit: 'Change the words to how you say it.',
    on: (team) => `On the board of ${team}`,
    noBoards: 'There is no board yet that you write on.',
    back: 'Back to the five layers',
    gone: 'This idea is no longer there.',
    kinds: { goal: 'goal', action: 'action' },
  },
  ideas: {
    'fixed-time': 'Give the board session a fixed time in the timetable',
    'ask-visit': 'Arrange a lesson visit of 15 minutes, with a viewing question',
    'design-one': 'Design one lesson for next week with the two of us',
    'one-better-lesson': 'Everybody tells of one lesson that went better, and why',
    'stop-one-thing': 'Choose one thing that we stop doing, because it costs energy',
    'ask-pupils': 'Ask three pupils what they notice of how we work',
    'leader-asks': 'The school leader asks for a lesson visit too',
    'clear-the-way': 'Solve one thing that holds us back within two weeks',
    'practise-talk': 'Practise the talk after a lesson visit: fact, effect, asking on',
    'know-what-they-learn': 'Pupils can say what they learn this lesson',
    'explain-to-each-other': 'Pupils explain to each other how they find an answer',
    'count-weekly': 'Count every week at one goal, at a fixed moment',
    'ask-what-helped': 'Ask pupils what helped them with this goal',
  },
  year: {
    title: 'The year in one picture',
    lead: 'Each dot is what we counted, the line is where the real figure probably lies. Without a line: too few weeks or teams to say. The dotted line is what schools in rhythm do.',
    others: 'Another year:',
    table: 'The same figures as a table',
    period: (number) => `Period ${number}`,
    wholeYear: 'The whole year',
    future: 'to come',
    few: 'too few',
    none: 'not measured',
    halfOpen: 'to be seen after the half year',
    picture: (year) =>
      `The year ${year}: each row is a layer, each column a period. The figures are in the table below.`,
    noYear: 'There is no year board yet',
    noYearDo: 'First make the year board: then the five periods stand here beside each other.',
    toYear: 'To the year board',
  },
  byTeam: {
    title: 'By team and month',
    lead: 'How often each team did it, by name. Beside it: how often a school in rhythm does it in so many weeks of school.',
    caption: (what) => `${what}: by team and month`,
    rhythm: (value) => `rhythm ${value}`,
    whole: 'A month',
    source:
      'Only weeks with school that are over. A week is of the month of its Thursday. In brackets: where the real figure probably lies, from 20 weeks on. One month says little: look at the whole year.',
    none: 'There is no week to count yet, or no team has a board.',
  },
  board: {
    lead: 'Your schools beside each other, by name. No ranking: schools differ, and the bounds nearly always overlap.',
    school: 'School',
    none: 'There are no schools yet',
    source:
      'In each cell: the figure, in brackets where the real figure probably lies, and out of how many. Compare a school with itself, a year ago.',
    cell: (value, low, high) => `${value} (${low}–${high})`,
    notSay:
      'A difference between two schools does not say that one does better. What pupils reach is an association, not proof.',
  },
  print: {
    title: 'For the council',
    lead: (school, date) =>
      `For the participation council of ${school}, ${date}. Five layers, with how sure each figure is and what you may not conclude.`,
    button: 'Print',
    questions: 'To talk about together',
    ask: [
      'What do we recognise, and what surprises us?',
      'Which layer do we want to see move in the year to come?',
      'What do teachers need for that: time, training, quiet?',
      'How do pupils and parents hear back what we do?',
    ],
  },
}
