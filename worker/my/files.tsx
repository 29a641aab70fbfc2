/** Files of one's record to keep and to send: what each is for, who asks for it, and what becomes of copies. */
import type { Child } from 'hono/jsx'
import { type MyFrame, MyPage } from './layout.tsx'

interface FilesProps {
  frame: MyFrame
  number: string
  /** Of the record's page. */
  url: string
  /** Nobody but its holder may see it. */
  hidden: boolean
  /** A newer record took its place. */
  replaced: boolean
}

export function MyFilesPage({ frame, number, url, hidden, replaced }: FilesProps) {
  const own = `/my/${number}/files`
  return (
    <MyPage frame={frame} title="Paper and files">
      <p class="lead">
        For most applications your link is enough: <span class="code">{url.replace(/^https?:\/\//, '')}</span>
        . These files are for when someone asks for a file.
      </p>
      <p>
        Each is a copy of your record. Whoever gets one can check it, for free, and each check asks anew what
        is true that day.
      </p>
      {hidden && <Hidden number={number} />}
      {replaced && <Replaced />}
      <div class="files">
        <Paper number={number} hidden={hidden} />
        <File
          title="For a digital wallet (JSON)"
          files={[[`${own}/credential.json`, 'Download the JSON file']]}
        >
          Wallets, backpacks and job sites that take “Open Badges 3.0” or a “verifiable credential” want this
          file: the Learner Credential Wallet, for one, or the checker at VerifierPlus. You need not open it
          yourself.
        </File>
        <File
          title="For an applicant system (JWT)"
          files={[[`${own}/credential.jwt`, 'Download the JWT file']]}
        >
          One long line of signed text, for an employer’s or job board’s system that asks for a “VC-JWT” or a
          token. It says the same as the JSON file. If nobody asks for it by name, you don’t need it.
        </File>
        <File
          title="A badge picture with your record inside"
          picture={[`${own}/badge.svg`, 'The badge: the LSSC label, its name, and your code.']}
          files={[
            [`${own}/badge.png`, 'Download the picture (PNG)'],
            [`${own}/badge.svg`, 'Download the drawing (SVG)'],
          ]}
        >
          For a portfolio, a slide, or a site that takes badge pictures. The PNG suits wallets and backpacks;
          the SVG stays sharp at any size. Send it as a file: photo apps and social sites show the picture and
          throw away what is inside.
        </File>
        <File
          title="A QR code for paper"
          picture={[`${own}/qr.svg`, 'The QR code of your page.']}
          files={[
            [`${own}/qr.png`, 'Download the code (PNG)'],
            [`${own}/qr.svg`, 'Download the code (SVG)'],
          ]}
        >
          For a printed resume, a name badge or a poster. A phone’s camera opens your page with it. It holds
          the address of the page, and nothing else about you. Print it at least an inch wide.
        </File>
      </div>
      <Copies />
    </MyPage>
  )
}

function Replaced() {
  return (
    <div class="aside">
      <p>
        This record was replaced, and whoever checks one of these files reads so. The files to send are those
        of your newer record: <a href="/my">all my records</a>.
      </p>
    </div>
  )
}

function Hidden({ number }: { number: string }) {
  return (
    <div class="aside">
      <p>
        Your record is private now, so nobody else can download these files from its page; you can, here.
        Whoever gets one from you can check it. <a href={`/my/${number}/visibility`}>Who can see my record</a>
      </p>
    </div>
  )
}

/** The certificate is drawn for the public page, and so only while there is one. */
function Paper({ number, hidden }: { number: string; hidden: boolean }) {
  return (
    <File
      title="A certificate to print or attach (PDF)"
      files={hidden ? [] : [[`/c/${number}/lssc-certificate.pdf`, 'Download the PDF']]}
      first
    >
      One page with your name, your areas, your code and a QR code: for an interview folder, a personnel file,
      or an application that takes only PDF. It says of itself that it is not the check, and where the check
      is.
      {hidden && ' To download it, let people with your link see your record.'}
    </File>
  )
}

interface FileProps {
  title: string
  files: [href: string, text: string][]
  picture?: [src: string, alt: string]
  /** What most people come for. */
  first?: boolean
  children: Child
}

function File({ title, files, picture, first, children }: FileProps) {
  return (
    <section class="file">
      <h2>{title}</h2>
      <p>{children}</p>
      {picture && <img src={picture[0]} alt={picture[1]} width="120" height="120" loading="lazy" />}
      {files.length > 0 && (
        <p class="do">
          {files.map(([href, text]) => (
            <a class={first ? 'button filled' : 'button'} href={href} download>
              {text}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}

function Copies() {
  return (
    <section>
      <h2>What happens to copies later</h2>
      <dl class="later">
        <dt>You renew, or a detail is corrected</dt>
        <dd>
          Older files say that they were replaced, and lead to your record as it is now. Download new ones,
          and send those from then on. Printed codes and links go on working.
        </dd>
        <dt>Your certification ends</dt>
        <dd>The files stay true: they say until when it was current.</dd>
        <dt>It is put on hold or withdrawn</dt>
        <dd>Every copy says so when it is checked, whoever has it.</dd>
        <dt>You make your record private</dt>
        <dd>
          Nobody can get new files from your page. Files that you already gave to someone can still be checked
          by them.
        </dd>
        <dt>You have your record removed</dt>
        <dd>
          We keep no file of it. A copy that someone else has says, when it is checked, that the record was
          removed or replaced; never that it was withdrawn. We cannot delete what others have saved.
        </dd>
      </dl>
      <p class="soft">
        This is what our site and our badge say of a copy. Checkers that others run learn that a record was
        withdrawn; of a hold, a renewal or a correction they may not.
      </p>
    </section>
  )
}
