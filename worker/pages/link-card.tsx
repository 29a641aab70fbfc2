/**
 * What a link to a page looks like where it is pasted: in a chat, a mail, a post. Whoever draws such a card keeps it
 * for weeks, so it never carries a status, and its picture is the same for every record.
 */
import { en } from '../../shared/words/en.ts'

export interface LinkCardProps {
  title: string
  description?: string | undefined
  /** The page's own address; none where that is a secret. */
  url?: string | undefined
  /** Of this service. */
  origin: string
  demo: boolean
}

/** The picture, `share.png` beside this file: 1.91 to 1, the shape that every client draws whole. */
export const shareImage = {
  path: '/achievements/lssc/share.png',
  width: 1200,
  height: 630,
  alt: 'A spine label with the letters LSSC, beside the words Library Support Staff Certification',
}

export function LinkCard({ title, description, url, origin, demo }: LinkCardProps) {
  const said = [demo && `${en.demo}.`, description].filter(Boolean).join(' ')
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="LSSC Badge" />
      <meta property="og:locale" content="en_US" />
      <meta property="og:title" content={title} />
      {said && <meta property="og:description" content={said} />}
      {url && <meta property="og:url" content={url} />}
      <meta property="og:image" content={`${origin}${shareImage.path}`} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(shareImage.width)} />
      <meta property="og:image:height" content={String(shareImage.height)} />
      <meta property="og:image:alt" content={shareImage.alt} />
      <meta name="twitter:card" content="summary_large_image" />
      {url && <link rel="canonical" href={url} />}
    </>
  )
}
