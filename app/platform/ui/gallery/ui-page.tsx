import type { Child, Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { PageHead, Tabs } from '../index.ts'
import { Fields, WrongFields } from './part-fields.tsx'
import { Pictures, SessionParts, Tables } from './part-pictures.tsx'
import { Buttons, Cards, Empty, Messages, Moving } from './parts.tsx'
import { text } from './text.ts'

/** The addresses of the gallery: the parts, and whole pages composed of them. */
export const galleryPages = {
  parts: '/ui',
  wall: '/ui/wall',
  year: '/ui/year',
  phone: '/ui/phone',
  forty: '/ui/forty',
} as const

interface UiPageProps {
  readonly locale: Locale
  /** Seen as now by timers. */
  readonly now: Date
}

/** Every component in every state. */
export function UiPage({ locale, now }: UiPageProps): Html {
  const t = text(locale)
  const { sections } = t
  return (
    <>
      <PageHead title={t.title} />
      <div class="stack loose">
        <p class="soft">{t.intro}</p>
        <GalleryTabs locale={locale} here={galleryPages.parts} />
        <Part title={sections.buttons}>
          <Buttons locale={locale} />
        </Part>
        <Part title={sections.session}>
          <SessionParts locale={locale} now={now} />
        </Part>
        <Part title={sections.cards}>
          <Cards locale={locale} />
        </Part>
        <Part title={sections.pictures}>
          <Pictures locale={locale} />
        </Part>
        <Part title={sections.fields}>
          <Fields locale={locale} />
        </Part>
        <Part title={sections.wrong}>
          <WrongFields locale={locale} />
        </Part>
        <Part title={sections.messages}>
          <Messages locale={locale} />
        </Part>
        <Part title={sections.empty}>
          <Empty locale={locale} />
        </Part>
        <Part title={sections.tables}>
          <Tables locale={locale} />
        </Part>
        <Part title={sections.moving}>
          <Moving locale={locale} />
        </Part>
      </div>
    </>
  )
}

export function GalleryTabs({ locale, here }: { readonly locale: Locale; readonly here: string }): Html {
  const { title, pages } = text(locale)
  const tabs = Object.entries(galleryPages).map(([key, href]) => ({
    href,
    label: pages[key as keyof typeof galleryPages],
  }))
  return <Tabs label={title} tabs={tabs} here={here} />
}

function Part({ title, children }: { readonly title: string; readonly children: Child }): Html {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
