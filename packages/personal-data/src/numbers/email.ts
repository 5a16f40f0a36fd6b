import { type Finding, finding, places } from '../finding.ts'

const local = /[\p{L}\p{N}._%+\-']/u
const domain = /[\p{L}\p{N}.-]/u
const longest = 100

/** `naam (at) school punt nl`, as people write it to hide it; only where the whole form stands there. */
const spelled =
  /[\p{L}\p{N}._+-]{1,64}\s?(?:\(at\)|\[at\]|\{at\}|\sat\s|\(apenstaartje\)|\[apenstaartje\]|\sapenstaartje\s)\s?[\p{L}\p{N}-]{1,63}\s?(?:\.|\(dot\)|\[dot\]|\(punt\)|\[punt\]|\spunt\s|\sdot\s)\s?(?:[\p{L}\p{N}-]{1,63}\.)?(?:nl|com|be|org|net|eu|de|edu|uk)(?!\p{L})/giu

/** E-mail addresses: from each `@` outwards, so that it stays linear; and those in which it is spelled. */
export function findEmails(text: string): readonly Finding[] {
  const found: Finding[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at
    while (from > 0 && at - from < longest && local.test(text.charAt(from - 1))) from--
    let to = at + 1
    while (to < text.length && to - at < longest && domain.test(text.charAt(to))) to++
    while (to > at && /[.-]/u.test(text.charAt(to - 1))) to--
    while (from < at && /['.]/u.test(text.charAt(from))) from++
    if (from < at && /\.\p{L}{2,}$/u.test(text.slice(at + 1, to))) found.push(finding('email', text, from, to))
  }
  for (const match of places(text, spelled))
    found.push(finding('email', text, match.index, match.index + match[0].length))
  return found
}
