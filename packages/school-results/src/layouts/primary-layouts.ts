import type { ColumnRule, Layout } from './layout.ts'
import { brin, day, location, schoolFacts, schoolYear } from './school-columns.ts'

const school: readonly ColumnRule[] = [brin, location, day, schoolYear, ...schoolFacts]

const domains: Readonly<Record<string, string>> = { REKENEN: 'arithmetic', LV: 'reading', TV: 'language' }
const levels: Readonly<Record<string, string>> = { LAGER1F: 'below-1F', '1F': '1F', '1S': '1S', '2F': '2F' }

const tests = 'CET|IEP|ROUTE ?8|DIA|AMN|CESAN|DREMPEL|DOE|LIB'

export const primaryLayouts: readonly Layout[] = [
  {
    kind: 'reference-levels',
    title: 'DUO, leerlingen bo referentieniveaus',
    columns: [
      ...school,
      ...Object.keys(domains).map(
        (domain): ColumnRule => ({
          needed: true,
          shown: `${domain}_LAGER1F`,
          form: new RegExp(`^(${domain}) (LAGER ?1F|1F|1S|2F)$`),
          meaning: ([, name = '', level = '']) => ({
            is: 'measure',
            name: 'pupils',
            unit: 'count',
            part: `${domains[name] ?? name} ${levels[level.replace(' ', '')] ?? level}`,
          }),
        }),
      ),
    ],
  },
  {
    kind: 'enrolment-primary',
    title: 'DUO, leerlingen po naar leeftijd',
    columns: [
      ...school,
      {
        needed: true,
        shown: 'LEEFTIJD_4',
        form: /^LEEFTIJD (JONGER|OUDER|\d{1,2})( JAAR)?$/,
        meaning: ([, age = '']) => ({
          is: 'measure',
          name: 'pupils',
          unit: 'count',
          part: age === 'JONGER' ? 'age-below-4' : age === 'OUDER' ? 'age-above-24' : `age-${age}`,
        }),
      },
    ],
  },
  {
    kind: 'final-test-scores',
    title: 'DUO, gemiddelde eindscores bo en sbo',
    columns: [
      ...school,
      { shown: 'PRIKDATUM', form: /^PRIKDATUM( SCORES)?$/, meaning: () => ({ is: 'fact', name: 'extracted' }) },
      {
        shown: 'LEERJAAR_8',
        form: /^LEERJAAR 8$/,
        meaning: () => ({ is: 'measure', name: 'pupils', unit: 'count', part: 'year-8' }),
      },
      {
        shown: 'ONTHEFFING_REDEN_ND',
        form: /^ONTHEFFING REDEN ND$/,
        meaning: () => ({ is: 'measure', name: 'pupils', unit: 'count', part: 'exempted' }),
      },
      {
        needed: true,
        shown: 'IEP_AANTAL',
        form: new RegExp(`^(${tests}) AANTAL$`),
        meaning: ([, test = '']) => ({ is: 'measure', name: 'pupils', unit: 'count', part: testName(test) }),
      },
      {
        needed: true,
        shown: 'IEP_GEM',
        form: new RegExp(`^(${tests}) GEM$`),
        meaning: ([, test = '']) => ({
          is: 'measure',
          name: 'mean-score',
          unit: 'score',
          part: testName(test),
          of: `${test} AANTAL`,
        }),
      },
    ],
  },
  {
    kind: 'school-advice',
    title: 'DUO, schooladviezen bo en sbo',
    columns: [
      ...school,
      {
        needed: true,
        shown: 'ADVIES_NIET_MOGELIJK',
        form: /^ADVIES NIET MOGELIJK$/,
        meaning: () => ({ is: 'measure', name: 'advised', unit: 'count', part: 'none-possible' }),
      },
      {
        needed: true,
        shown: 'HAVO_VWO',
        form: /^(VSO|PRO|VMBO(?: (?:BB?|KB?|GT|HAVO))*|HAVO|HAVO VWO|VWO)$/,
        meaning: ([, advice = '']) => ({
          is: 'measure',
          name: 'advised',
          unit: 'count',
          part: advice.toLowerCase().replaceAll(' ', '-'),
        }),
      },
    ],
  },
  {
    kind: 'distance-to-school',
    title: 'DUO, gemiddelde afstand tussen woonadres leerling en schoolvestiging',
    columns: [
      ...school,
      {
        needed: true,
        shown: 'AFSTAND',
        form: /^AFSTAND$/,
        meaning: () => ({ is: 'measure', name: 'mean-distance', unit: 'metres', part: '', of: 'LEERLINGEN' }),
      },
      {
        needed: true,
        shown: 'LEERLINGEN',
        form: /^LEERLINGEN$/,
        meaning: () => ({ is: 'measure', name: 'pupils', unit: 'count', part: '' }),
      },
    ],
  },
]

function testName(test: string): string {
  return test.toLowerCase().replace(' ', '')
}
