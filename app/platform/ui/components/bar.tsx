import type { Child, Html } from '#html'
import { Icon } from '../icons/icon.tsx'
import { Mark } from '../icons/mark.tsx'
import { text } from '../text.ts'
import { classes } from '../tone.ts'
import { Avatar } from './avatar.tsx'
import type { Frame, FrameLink } from './frame.ts'
import { Menu } from './menu.tsx'

interface BarProps {
  readonly frame: Frame
  readonly navigation: boolean
  readonly where?: Child
  readonly end?: Child
}

/** The top of the page: the mark, where you are, where you can go, who you are. */
export function Bar({ frame, navigation, where, end }: BarProps): Html {
  const words = text(frame.locale)
  const { organisation, person } = frame
  return (
    <header class="bar">
      <a class="mark" href={organisation?.href ?? '/'} aria-label={words.home}>
        <Mark />
        {where === undefined && <span>Kantelpunt</span>}
      </a>
      {where !== undefined ? (
        <div class="where">{where}</div>
      ) : (
        organisation && (
          <div class="where">
            <a href={organisation.href}>{organisation.name}</a>
          </div>
        )
      )}
      {navigation && frame.navigation.length > 0 && <MainNavigation frame={frame} />}
      <div class="end">
        {end}
        {end === undefined && person && (
          <Menu label={words.you} summary={<Avatar name={person.name} />}>
            <p class="soft small">{person.name}</p>
            {person.links.map((link) => (
              <a href={link.href}>
                {link.icon && <Icon name={link.icon} />}
                {link.label}
              </a>
            ))}
            <form method="post" action="/sign-out">
              <button type="submit" data-action="entries#leave">
                <Icon name="logout" />
                {words.signOut}
              </button>
            </form>
          </Menu>
        )}
      </div>
    </header>
  )
}

/** So many links have room beside each other on a phone. */
const atThumb = 4

/** All links in a row; on a phone the first few, and the rest behind the last. */
function MainNavigation({ frame }: { readonly frame: Frame }): Html {
  const words = text(frame.locale)
  const { navigation } = frame
  const current = linkHere(frame)
  const first = navigation.length <= atThumb ? atThumb : atThumb - 1
  const rest = navigation.slice(first)
  const link = (to: FrameLink, late: boolean) => (
    <a class={late ? 'late' : undefined} href={to.href} aria-current={to === current ? 'page' : undefined}>
      {to.icon && <Icon name={to.icon} />}
      {to.label}
    </a>
  )
  return (
    <nav class="nav main" aria-label={words.navigation}>
      {navigation.map((each, place) => link(each, place >= first))}
      {rest.length > 0 && (
        <details class={classes('menu more', current !== undefined && rest.includes(current) && 'here')}>
          <summary>{words.moreLinks}</summary>
          <div>{rest.map((each) => link(each, false))}</div>
        </details>
      )}
    </nav>
  )
}

/** The link whose page this is, or that this page lies deepest under. */
function linkHere({ here, navigation }: Frame): FrameLink | undefined {
  const path = here.split(/[?#]/)[0] ?? ''
  const depth = ({ href, also = [] }: FrameLink) =>
    Math.max(...[href, ...also].map((at) => (path === at || path.startsWith(`${at}/`) ? at.length : 0)))
  return navigation.filter((link) => depth(link) > 0).sort((a, b) => depth(b) - depth(a))[0]
}
