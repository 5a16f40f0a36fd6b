import type { ColumnRule, Layout } from './layout.ts'
import { brin, location, schoolFacts, supervisionCode } from './school-columns.ts'
import { schoolYearOf } from './school-year.ts'

/** `1F`, `1S/2F` as the Inspectorate writes them in a header. */
const level = '%? ?(1F|1S/2F)'
const year = '(\\d{4}(?: \\d{4})?)'

const ofYear = (text: string | undefined) => {
  const period = schoolYearOf(text ?? '')
  return period === undefined ? {} : { period }
}

/** Schools are objects of supervision (OVT) here; a file that has BRIN and location instead reads as well. */
const school: readonly ColumnRule[] = [
  { ...supervisionCode, needed: 'school' },
  { ...brin, needed: 'school' },
  { shown: location.shown, form: location.form, meaning: location.meaning },
]

const results: readonly ColumnRule[] = [
  ...school,
  {
    needed: true,
    shown: 'Gemiddelde %1F 2425',
    form: new RegExp(`^(?:GEMIDDELDE? )?${level} ${year}$`),
    meaning: ([, indicator = '', text]) => ({
      is: 'measure',
      name: 'share-reached',
      unit: 'percent',
      part: indicator,
      ...ofYear(text),
    }),
  },
  {
    needed: true,
    shown: 'Aantal leerlingen 2425',
    form: new RegExp(`^AANTAL LEERLINGEN ${year}$`),
    meaning: ([, text]) => ({ is: 'measure', name: 'pupils', unit: 'count', part: '', ...ofYear(text) }),
  },
  {
    shown: 'Schoolweging',
    form: /^SCHOOLWEGING$/,
    meaning: () => ({ is: 'measure', name: 'weighting', unit: 'weighting', part: '' }),
  },
  {
    shown: 'Schoolwegingscategorie',
    form: /^SCHOOLWEGINGS?CATEGORIE$/,
    meaning: () => ({ is: 'fact', name: 'class' }),
  },
  {
    shown: 'Signaleringswaarde 1F',
    form: new RegExp(`^SIGNALERINGSWAARDE ${level}$`),
    meaning: ([, indicator = '']) => ({ is: 'measure', name: 'norm', unit: 'percent', part: indicator }),
  },
  {
    shown: 'Gewogen driejaarsgemiddelde %1F',
    form: new RegExp(`^(?:GEWOGEN )?DRIEJAARSGEMIDDELDE ${level}$`),
    meaning: ([, indicator = '']) => ({ is: 'measure', name: 'three-year-share', unit: 'percent', part: indicator }),
  },
  {
    shown: 'Totaal aantal leerlingen 3 jaar',
    form: /^(TOTAAL )?AANTAL LEERLINGEN (3|DRIE) JAAR$/,
    meaning: () => ({ is: 'measure', name: 'three-year-pupils', unit: 'count', part: '' }),
  },
  {
    shown: 'Uitkomst indicator 1F',
    form: new RegExp(`^UITKOMST(?: INDICATOR)? ${level}$`),
    meaning: ([, indicator = '']) => ({ is: 'fact', name: `outcome-${indicator}` }),
  },
  ...schoolFacts,
]

const weighting: readonly ColumnRule[] = [
  ...school,
  {
    needed: true,
    shown: 'schoolweging',
    // The sheet of three years names them in its header; yearly sheets have theirs as the name of the sheet.
    form: /^(?:GEMIDDELDE )?SCHOOLWEGING( \d{4}[\d /]*)?$/,
    meaning: () => ({ is: 'measure', name: 'weighting', unit: 'weighting', part: '' }),
  },
  {
    shown: 'aantal_leerlingen',
    form: /^AANTAL LEERLINGEN$/,
    meaning: () => ({ is: 'measure', name: 'pupils', unit: 'count', part: '' }),
  },
  {
    shown: 'spreiding',
    form: /^SPREIDING$/,
    meaning: () => ({ is: 'measure', name: 'weighting-spread', unit: 'weighting', part: '' }),
  },
  ...schoolFacts,
]

export const inspectorateLayouts: readonly Layout[] = [
  { kind: 'inspectorate-results', title: 'Inspectorate of Education, leerresultaten po', columns: results },
  { kind: 'school-weighting', title: 'Inspectorate of Education, schoolweging', columns: weighting },
]
