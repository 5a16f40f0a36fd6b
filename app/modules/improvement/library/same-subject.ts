import { stemsOf } from './search-words.ts'

/**
 * Names that schools and lists give to one subject, in groups: a school says rekenen where a list says Rekenen en wiskunde. Of our own
 * making, with the words of the key objectives and of timetables; a name outside of it is compared as it is.
 */
const names: readonly string[] = [
  'taal Nederlands Nederlandse lezen leesonderwijs begrijpend technisch spelling schrijven stellen woordenschat grammatica dutch language reading spelling writing',
  'rekenen wiskunde rekenvaardigheid arithmetic mathematics maths',
  'wereldoriëntatie oriëntatie aardrijkskunde geschiedenis natuur techniek biologie mens maatschappij wereld wetenschap verkeer geography history nature science technology',
  'kunst cultuur kunstzinnige tekenen handvaardigheid muziek drama dans beeldend art music culture',
  'bewegen bewegingsonderwijs gym gymnastiek sport lichamelijke',
  'burgerschap burgerschapsvorming samenleven citizenship',
  'digitale geletterdheid programmeren ict mediawijsheid digital',
  'Engels Engelse English Duits Frans vreemde',
  'Fries Friese',
]
const groups = names.map((line) => new Set(stemsOf(line)))
/** Words that many names have, and that say nothing of which subject it is. */
const general = new Set(stemsOf('onderwijs les vak leergebied vaardigheden kennis taal'))

/**
 * Whether two names may be of one subject: they share a telling word, or a group of names. True where one says nothing: then there
 * is nothing to tell them apart.
 */
export function sameSubject(one: string, other: string): boolean {
  const [a, b] = [stemsOf(one), stemsOf(other)]
  if (a.length === 0 || b.length === 0) return true
  if (a.some((stem) => b.includes(stem) && !general.has(stem))) return true
  return groupsOf(a).some((group) => groupsOf(b).includes(group))
}

/** The groups of a name, by its telling words where it has any: Engelse taal is English, taal alone is Dutch. */
function groupsOf(stems: readonly string[]): readonly Set<string>[] {
  const telling = stems.filter((stem) => !general.has(stem))
  const of = telling.length > 0 ? telling : stems
  return groups.filter((group) => of.some((stem) => group.has(stem)))
}
