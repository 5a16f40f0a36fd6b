import { system } from '../../../platform/database/scope.ts'
import type { RegisterSchool } from '../../../platform/organisations/register/import-plan.ts'
import { wholeRegister, writeSchools } from '../../../platform/organisations/register/register-store.ts'
import { amsterdamDay, type Day } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'

const towns = {
  Aldermeer: ['9901', 'Merenland'],
  Lindewaard: ['9902', 'Merenland'],
  Hoogwolde: ['9903', 'Zandland'],
} as const

type FictionalSchool = readonly [code: string, name: string, town: keyof typeof towns, governingBody: string]

/** The schools of the demo among others of their region: ten in Aldermeer. No real code begins with 99. */
const schools: readonly FictionalSchool[] = [
  ['99WL00', 'De Waterlelie', 'Aldermeer', '99001'],
  ['99KB00', 'De Klimboom', 'Aldermeer', '99001'],
  ['99ZP00', 'Het Zandpad', 'Aldermeer', '99001'],
  ['99OC00', 'Overhaal College', 'Aldermeer', '99002'],
  ['99AB00', 'De Boei', 'Aldermeer', '99003'],
  ['99AC00', 'De Fuut', 'Aldermeer', '99003'],
  ['99AD00', 'Het Kompas', 'Aldermeer', '99003'],
  ['99AE00', 'De Regenboog', 'Aldermeer', '99004'],
  ['99AF00', 'De Sluis', 'Aldermeer', '99004'],
  ['99AG00', 'De Zeilmaker', 'Aldermeer', '99004'],
  ['99LA00', 'De Beuk', 'Lindewaard', '99001'],
  ['99LB00', 'De Linde', 'Lindewaard', '99001'],
  ['99LC00', 'De Meander', 'Lindewaard', '99005'],
  ['99LD00', 'De Notenkraker', 'Lindewaard', '99005'],
  ['99LE00', 'Het Veer', 'Lindewaard', '99005'],
  ['99LF00', 'Lindewaard Lyceum', 'Lindewaard', '99002'],
  ['99HA00', 'De Bremstruik', 'Hoogwolde', '99006'],
  ['99HB00', 'De Esdoorn', 'Hoogwolde', '99006'],
  ['99HC00', 'De Heikant', 'Hoogwolde', '99006'],
  ['99HD00', 'De Wulp', 'Hoogwolde', '99006'],
]
const secondary = new Set(['99OC00', '99LF00'])

/**
 * Fictional schools in an empty register, so that a share has something to be a share of. They stand in no list: a real
 * one that is read later neither closes them nor is touched by them.
 */
export async function demoRegister({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const today = amsterdamDay(clock())
  await db.run(system, async (trx) => {
    if ((await wholeRegister(trx)).size > 0) return
    await writeSchools(
      trx,
      schools.map((school) => registerSchool(school, today)),
    )
  })
}

function registerSchool([code, name, place, governingBody]: FictionalSchool, today: Day): RegisterSchool {
  const [municipalityCode, province] = towns[place]
  return {
    code,
    sector: secondary.has(code) ? 'vo' : 'po',
    facts: {
      name,
      street: null,
      houseNumber: null,
      postcode: null,
      place,
      municipalityCode,
      municipality: place,
      province,
      governingBody,
      denomination: null,
      phone: null,
      website: null,
      structure: null,
      holidayRegion: 'noord',
    },
    firstSeen: today,
    lastSeen: today,
    closedSince: null,
    names: [{ name, first: today, last: today }],
  }
}
