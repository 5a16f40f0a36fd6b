import type { ColumnRule, Layout } from './layout.ts'
import { brin, day, location, part, schoolFacts, schoolYear } from './school-columns.ts'

const school: readonly ColumnRule[] = [brin, location, day, schoolYear, ...schoolFacts]

const track = part('track', /^ONDERWIJSTYPE( VO)?$/)
const inspectionCode = part('inspection-code', /^INSPECTIECODE$/)
const programme = part('programme', /^OPLEIDINGSNAAM$/)

const people: Readonly<Record<string, string>> = { MAN: 'men', VROUW: 'women', ONBEKEND: 'unknown', TOTAAL: 'all' }
const perYear = 'SCHOOLJAAR (\\d{4}) (\\d{4}) (MAN|VROUW|ONBEKEND|TOTAAL)'

const count = (needed: true | undefined, shown: string, form: RegExp, name: string, of = ''): ColumnRule => ({
  ...(needed ? { needed } : {}),
  shown,
  form,
  meaning: () => ({ is: 'measure', name, unit: 'count', part: of }),
})

const mark = (shown: string, form: RegExp, name: string, of: string): ColumnRule => ({
  shown,
  form,
  meaning: () => ({ is: 'measure', name, unit: 'mark', part: '', of }),
})

/** A column of a five-year file for one school year and one sex. */
const yearly = (shown: string, word: string, name: string): ColumnRule => ({
  needed: true,
  shown: `${shown} SCHOOLJAAR 2023-2024 - TOTAAL`,
  form: new RegExp(`^${word} ${perYear}$`),
  meaning: ([, first = '', second = '', who = '']) => ({
    is: 'measure',
    name,
    part: people[who] ?? who,
    period: `${first}-${second}`,
    ...(name === 'pass-rate'
      ? { unit: 'percent', of: `EXAMENKANDIDATEN SCHOOLJAAR ${first} ${second} ${who}` }
      : { unit: 'count' }),
  }),
})

const subjects: readonly ColumnRule[] = [
  track,
  part('subject-code', /^VAKCODE$/),
  part('subject-short', /^AFKORTING VAKNAAM$/),
  { ...part('subject', /^VAKNAAM$/), needed: true, shown: 'VAKNAAM' },
  part('assessment', /^SCHOOLEXAMEN BEOORDELING$/),
  count(undefined, '', /^TOTAAL AANTAL SCHOOLEXAMENS MET BEOORDELING$/, 'school-exams', 'assessed'),
  count(
    undefined,
    '',
    /^AANTAL SCHOOLEXAMENS MET BEOORDELING MEETELLEND VOOR DIPLOMA$/,
    'school-exams',
    'assessed-for-diploma',
  ),
  count(
    true,
    'TOTAAL AANTAL SCHOOLEXAMENS MET CIJFER',
    /^TOTAAL AANTAL SCHOOLEXAMENS MET CIJFER$/,
    'school-exams',
    'marked',
  ),
  count(
    undefined,
    '',
    /^AANTAL SCHOOLEXAMENS MET CIJFER MEETELLEND VOOR DIPLOMA$/,
    'school-exams',
    'marked-for-diploma',
  ),
  count(true, 'TOTAAL AANTAL CENTRALE EXAMENS', /^TOTAAL AANTAL CENTRALE EXAMENS$/, 'central-exams', 'marked'),
  count(undefined, '', /^AANTAL CENTRALE EXAMENS MEETELLEND VOOR DIPLOMA$/, 'central-exams', 'marked-for-diploma'),
  mark('', /^GEM CIJFER TOTAAL AANTAL SCHOOLEXAMENS$/, 'school-exam-mark', 'TOTAAL AANTAL SCHOOLEXAMENS MET CIJFER'),
  mark(
    '',
    /^GEM CIJFER SCHOOLEXAMENS MET CIJFER MEETELLEND VOOR DIPLOMA$/,
    'school-exam-mark-for-diploma',
    'AANTAL SCHOOLEXAMENS MET CIJFER MEETELLEND VOOR DIPLOMA',
  ),
  mark('', /^GEM CIJFER TOTAAL AANTAL CENTRALE EXAMENS$/, 'central-exam-mark', 'TOTAAL AANTAL CENTRALE EXAMENS'),
  mark(
    '',
    /^GEM CIJFER CENTRALE EXAMENS MET CIJFER MEETELLEND VOOR DIPLOMA$/,
    'central-exam-mark-for-diploma',
    'AANTAL CENTRALE EXAMENS MEETELLEND VOOR DIPLOMA',
  ),
  { ...mark('', /^GEM CIJFER CIJFERLIJST$/, 'final-mark', ''), needed: true, shown: 'GEM. CIJFER CIJFERLIJST' },
  mark('', /^GEM CIJFER REKENTOETS$/, 'arithmetic-test-mark', ''),
]

export const secondaryLayouts: readonly Layout[] = [
  {
    kind: 'exam-passes',
    title: 'DUO, examenkandidaten en geslaagden (five school years)',
    columns: [
      ...school,
      track,
      inspectionCode,
      programme,
      yearly('EXAMENKANDIDATEN', 'EXAMENKANDIDATEN', 'candidates'),
      yearly('GESLAAGDEN', 'GESLAAGDEN', 'passed'),
      yearly('SLAAGPERC', 'SLAAG(?:PERC|PERCENTAGE)', 'pass-rate'),
    ],
  },
  {
    kind: 'exam-results-by-profile',
    title: 'DUO, geslaagden, gezakten en cijfers',
    columns: [
      ...school,
      track,
      part('learning-route', /^LEERWEG( VMBO)?$/),
      part('sector', /^VMBO SECTOR$/),
      part('profile', /^(AFDELING|PROFIEL)$/),
      count(true, 'EXAMENKANDIDATEN', /^EXAMENKANDIDATEN$/, 'candidates'),
      count(true, 'GESLAAGDEN', /^GESLAAGDEN$/, 'passed'),
      count(true, 'GEZAKTEN', /^GEZAKTEN$/, 'failed'),
      {
        shown: 'SLAGINGSPERCENTAGE',
        form: /^SLA(?:GINGS|AG)PERC(?:ENTAGE)?$/,
        meaning: () => ({ is: 'measure', name: 'pass-rate', unit: 'percent', part: '', of: 'EXAMENKANDIDATEN' }),
      },
      mark('', /^GEMIDDELD CIJFER SCHOOLEXAMEN$/, 'school-exam-mark', 'EXAMENKANDIDATEN'),
      mark('', /^GEMIDDELD CIJFER CENTRAAL EXAMEN$/, 'central-exam-mark', 'EXAMENKANDIDATEN'),
      mark('', /^GEMIDDELD CIJFER CIJFERLIJST$/, 'final-mark', 'EXAMENKANDIDATEN'),
    ],
  },
  {
    kind: 'exam-marks-by-subject',
    title: 'DUO, examenkandidaten en examencijfers per vak',
    columns: [...school, ...subjects],
  },
  {
    kind: 'progress-secondary',
    title: 'DUO, doorstroom en zittenblijvers per vestiging',
    columns: [
      ...school,
      count(true, 'AANTAL_LEERLINGEN', /^AANTAL LEERLINGEN$/, 'pupils'),
      count(true, 'AANTAL_ZITTENBLIJVERS', /^AANTAL ZITTENBLIJVERS$/, 'pupils', 'repeating'),
      count(undefined, '', /^AANTAL AFSTROMERS$/, 'pupils', 'moved-down'),
      count(undefined, '', /^AANTAL OPSTROMERS$/, 'pupils', 'moved-up'),
    ],
  },
  {
    kind: 'enrolment-secondary',
    title: 'DUO, leerlingen vo per vestiging naar onderwijstype',
    columns: [
      ...school,
      part('track', /^ONDERWIJSTYPE VO( EN LEER OF VERBLIJFSJAAR)?$/),
      part('sector', /^VMBO SECTOR$/),
      part('profile', /^AFDELING$/),
      part('element-code', /^ELEMENTCODE$/),
      programme,
      {
        needed: true,
        shown: 'LEER- OF VERBLIJFSJAAR 1 - MAN',
        form: /^LEER OF VERBLIJFSJAAR (\d) (MAN|VROUW|ONBEKEND|TOTAAL)$/,
        meaning: ([, year = '', who = '']) => ({
          is: 'measure',
          name: 'pupils',
          unit: 'count',
          part: `year-${year} ${people[who] ?? who}`,
        }),
      },
    ],
  },
  {
    kind: 'early-leavers',
    title: 'DUO, voortijdig schoolverlaters (vsv)',
    columns: [
      ...school,
      count(true, 'aantal_leerlingen', /^AANTAL LEERLINGEN$/, 'pupils'),
      {
        needed: true,
        shown: 'vsv_totaal',
        form: /^(?:AANTAL )?VSV (TOTAAL|VMBO|MBO|OVERIG|HAVO|VWO|VO)$/,
        meaning: ([, of = '']) => ({
          is: 'measure',
          name: 'early-leavers',
          unit: 'count',
          part: of === 'TOTAAL' ? 'all' : of.toLowerCase(),
        }),
      },
    ],
  },
  {
    kind: 'early-leavers',
    title: 'DUO, vsv in het voortgezet onderwijs per instelling',
    columns: [
      brin,
      part('year', /^JAAR$/),
      ...schoolFacts,
      part('structure-and-year', /^ONDERWIJSSTRUCTUUR EN LEERJAAR$/),
      part('profile', /^PROFIEL$/),
      count(true, 'AANTAL DEELNEMERS', /^AANTAL DEELNEMERS$/, 'pupils'),
      count(true, 'AANTAL VSV ERS', /^AANTAL VSV[ '’]?ERS$/, 'early-leavers', 'all'),
      {
        shown: '',
        form: /^AANTAL VSV[ '’]?ERS (MET|ZONDER) (?:(VMBO|MBO ?1|HAVO|VWO) )?DIPLOMA$/,
        meaning: ([, which = '', diploma = '']) => ({
          is: 'measure',
          name: 'early-leavers',
          unit: 'count',
          part: `${which === 'MET' ? 'with' : 'without'}-diploma${diploma === '' ? '' : ` ${diploma.toLowerCase()}`}`,
        }),
      },
    ],
  },
  {
    kind: 'school-locations',
    title: 'DUO, alle vestigingen',
    columns: [
      ...school,
      {
        needed: true,
        shown: 'VESTIGINGSNAAM',
        form: /^VESTIGINGS ?NAAM$/,
        meaning: () => ({ is: 'fact', name: 'name' }),
      },
      { needed: true, shown: 'STRAATNAAM', form: /^STRAATNAAM$/, meaning: () => ({ is: 'fact', name: 'street' }) },
      {
        needed: true,
        shown: 'DENOMINATIE',
        form: /^DENOMINATIE$/,
        meaning: () => ({ is: 'fact', name: 'denomination' }),
      },
      { shown: '', form: /^HUISNUMMER TOEVOEGING$/, meaning: () => ({ is: 'fact', name: 'house-number' }) },
      { shown: '', form: /^TELEFOONNUMMER$/, meaning: () => ({ is: 'fact', name: 'phone' }) },
      { shown: '', form: /^INTERNETADRES$/, meaning: () => ({ is: 'fact', name: 'website' }) },
    ],
  },
]
