/** Every URL of the service, and the order of the middleware. */
import { Hono } from 'hono'
import type { House } from './house.ts'
import { strictest } from './http/headers.ts'
import { methodsOf } from './http/methods.ts'
import { answerProblem, Problem } from './http/problem.ts'
import { achievementAtId, achievementJson, areaAtId, areaJson } from './routes/achievements.tsx'
import { asset, evergreenWidget, picture, pinnedWidget } from './routes/assets.ts'
import { robots, sitemap } from './routes/crawlers.ts'
import { batch, issueCredential, oneCredential, recordEventOf } from './routes/credentials.ts'
import { directory } from './routes/directory.tsx'
import { docs, docsJobAd, docsJobAdPosted, docsStates } from './routes/docs.tsx'
import { healthz } from './routes/health.ts'
import { help, helpForm, helpPosted } from './routes/help.tsx'
import { advanceImport, beginImport, showImport } from './routes/imports.ts'
import { bareKey, didDocument, jwks, testDidDocument, testJwks } from './routes/keys.ts'
import { my, myRecord, myRecordPosted } from './routes/my.tsx'
import { myAsk, myAskForm, myAskFormPosted, myAskPosted } from './routes/my-ask.tsx'
import { myEverything, myEverythingFile } from './routes/my-everything.tsx'
import { myFiles } from './routes/my-files.tsx'
import { myLink, myLinkPosted } from './routes/my-link.tsx'
import { myLinks, myLinksPosted } from './routes/my-links.tsx'
import { myRemove, myRemovePosted } from './routes/my-remove.tsx'
import { myEmployer, myEmployerPosted, myResume, myResumePosted } from './routes/my-resume.tsx'
import { myShare, myShareEnded, mySharePosted } from './routes/my-share.tsx'
import {
  myCode,
  myCodePosted,
  myOpen,
  myOpenPosted,
  mySignIn,
  mySignInPosted,
  mySignOut,
  mySignOutPosted,
} from './routes/my-sign-in.tsx'
import { myVisibility, myVisibilityPosted } from './routes/my-visibility.tsx'
import { oembed } from './routes/oembed.ts'
import { credentialPage, demoBoard, home, verifyPage, verifyPosted } from './routes/pages.tsx'
import { certificatePdf } from './routes/paper.ts'
import {
  badgePng,
  badgeSvg,
  codePng,
  codeSvg,
  credentialJson,
  credentialJwt,
  formAsked,
  myFile,
} from './routes/portable.ts'
import { drawProblem } from './routes/problems.tsx'
import { programme } from './routes/programme.ts'
import { removalsReplayed, removalsTaken } from './routes/removals.ts'
import { sharePage, shareToken } from './routes/share.tsx'
import {
  approvals,
  proposal,
  proposalPosted,
  proposePage,
  proposePosted,
  takeBackPosted,
} from './routes/staff-approvals.tsx'
import { audit, auditExported } from './routes/staff-audit.tsx'
import { catalogue } from './routes/staff-catalogue.tsx'
import { correctForm, correctPosted } from './routes/staff-correct.tsx'
import { findCsv, findNdjson, findPage } from './routes/staff-find.tsx'
import { importRow, importRowPosted } from './routes/staff-import-rows.tsx'
import {
  importReportFile,
  importRun,
  importSheet,
  imports,
  importsPosted,
  importTemplate,
  oneImport,
  oneImportPosted,
} from './routes/staff-imports.tsx'
import { issueForm, issuePosted } from './routes/staff-issue.tsx'
import { keyRevoked, keyShown, keys, keysPosted } from './routes/staff-keys.tsx'
import { letter, letterPosted, mail, mailPosted, renewals } from './routes/staff-mail.tsx'
import { office, officePosted } from './routes/staff-office.tsx'
import { people, peoplePosted } from './routes/staff-people.tsx'
import { recordActs, recordPage } from './routes/staff-records.tsx'
import { request, requestPosted, requests } from './routes/staff-requests.tsx'
import { signInByLinkPosted, signInPage, signOutPosted } from './routes/staff-sign-in.tsx'
import { today } from './routes/staff-today.tsx'
import { revocationList, standingList } from './routes/status-lists.ts'
import { mayVerify, verification } from './routes/verifications.ts'
import { openDesk } from './services/open-desk.ts'

export const app = new Hono<House>({ strict: false })

app.use(strictest(), async function desk(c, next) {
  c.set('desk', await openDesk(c.env))
  await next()
})

// What people read
app.get('/', ...home)
app.get('/c/:number', ...formAsked, ...credentialPage)
app.get('/c/:number/credential.jwt', ...credentialJwt)
app.get('/c/:number/credential.json', ...credentialJson)
app.get('/c/:number/badge.png', ...badgePng)
app.get('/c/:number/badge.svg', ...badgeSvg)
app.get('/c/:number/qr.svg', ...codeSvg)
app.get('/c/:number/qr.png', ...codePng)
app.get('/c/:number/lssc-certificate.pdf', ...certificatePdf)
app.get('/s/:secret', ...sharePage)
app.get('/s/:secret/credential.jwt', ...shareToken)
app.get('/verify', ...verifyPage)
app.post('/verify', ...verifyPosted)
app.get('/achievements/lssc', ...achievementAtId)
app.get('/achievements/lssc.json', ...achievementJson)
app.get('/achievements/lssc/sets/:set/area.json', ...areaJson)
app.get('/achievements/lssc/sets/:set', ...areaAtId)
app.get('/achievements/lssc/image.png', ...picture)
app.get('/directory', ...directory)
app.get('/achievements/lssc/share.png', ...picture)
app.get('/robots.txt', ...robots)
app.get('/sitemap.xml', ...sitemap)
app.get('/oembed', ...oembed)
app.get('/help', ...help)
app.get('/help/:kind', ...helpForm)
app.post('/help/:kind', ...helpPosted)
app.get('/demo', ...demoBoard)
app.get('/docs', ...docs)
app.get('/docs/states', ...docsStates)
app.get('/docs/job-ad', ...docsJobAd)
app.post('/docs/job-ad', ...docsJobAdPosted)

// What programs read
app.get('/api/v1/credentials', ...batch)
app.get('/api/v1/credentials/:number', ...oneCredential)
app.post('/api/v1/verifications', ...verification)
app.options('/api/v1/verifications', ...mayVerify)
app.get('/api/v1/programme', ...programme)

// What the office's programs do
app.post('/api/v1/credentials', ...issueCredential)
app.post('/api/v1/credentials/:number/events', ...recordEventOf)
app.post('/api/v1/imports', ...beginImport)
app.get('/api/v1/imports/:id', ...showImport)
app.post('/api/v1/imports/:id', ...advanceImport)
app.get('/api/v1/removals', ...removalsTaken)
app.post('/api/v1/removals', ...removalsReplayed)

// The holder's own page
app.get('/my', ...my)
app.get('/my/sign-in', ...mySignIn)
app.post('/my/sign-in', ...mySignInPosted)
app.get('/my/code/:ask', ...myCode)
app.post('/my/code/:ask', ...myCodePosted)
app.get('/my/open/:secret', ...myOpen)
app.post('/my/open/:secret', ...myOpenPosted)
app.get('/my/sign-out', ...mySignOut)
app.post('/my/sign-out', ...mySignOutPosted)
app.get('/my/link', ...myLink)
app.post('/my/link', ...myLinkPosted)
app.get('/my/:number', ...myRecord)
app.get('/my/:number/share', ...myShare)
app.post('/my/:number/share', ...mySharePosted)
app.post('/my/:number/share/:id/end', ...myShareEnded)
app.post('/my/:number', ...myRecordPosted)
app.get('/my/:number/remove', ...myRemove)
app.post('/my/:number/remove', ...myRemovePosted)
app.get('/my/:number/visibility', ...myVisibility)
app.post('/my/:number/visibility', ...myVisibilityPosted)
app.get('/my/:number/links', ...myLinks)
app.post('/my/:number/links', ...myLinksPosted)
app.get('/my/:number/ask', ...myAsk)
app.post('/my/:number/ask', ...myAskPosted)
app.get('/my/:number/ask/:kind', ...myAskForm)
app.post('/my/:number/ask/:kind', ...myAskFormPosted)
app.get('/my/:number/everything', ...myEverything)
app.get('/my/:number/everything.json', ...myEverythingFile)
app.get('/my/:number/files', ...myFiles)
app.get('/my/:number/files/:file', ...myFile)
app.get('/my/:number/resume', ...myResume)
app.post('/my/:number/resume', ...myResumePosted)
app.get('/my/:number/employer', ...myEmployer)
app.post('/my/:number/employer', ...myEmployerPosted)

// The office's console
app.get('/staff', ...today)
app.get('/staff/sign-in', ...signInPage)
app.post('/staff/sign-in', ...signInByLinkPosted)
app.post('/staff/sign-out', ...signOutPosted)
app.get('/staff/people', ...people)
app.post('/staff/people', ...peoplePosted)
app.get('/staff/records/:number', ...recordPage)
app.get('/staff/records/:number/renew', ...recordActs.renew.form)
app.post('/staff/records/:number/renew', ...recordActs.renew.posted)
app.get('/staff/records/:number/complete', ...recordActs.complete.form)
app.post('/staff/records/:number/complete', ...recordActs.complete.posted)
app.get('/staff/records/:number/name', ...recordActs.name.form)
app.post('/staff/records/:number/name', ...recordActs.name.posted)
app.get('/staff/records/:number/suspend', ...recordActs.suspend.form)
app.post('/staff/records/:number/suspend', ...recordActs.suspend.posted)
app.get('/staff/records/:number/reinstate', ...recordActs.reinstate.form)
app.post('/staff/records/:number/reinstate', ...recordActs.reinstate.posted)
app.get('/staff/records/:number/revoke', ...recordActs.revoke.form)
app.post('/staff/records/:number/revoke', ...recordActs.revoke.posted)
app.get('/staff/records/:number/confirm', ...recordActs.confirm.form)
app.post('/staff/records/:number/confirm', ...recordActs.confirm.posted)
app.get('/staff/records/:number/decline', ...recordActs.decline.form)
app.post('/staff/records/:number/decline', ...recordActs.decline.posted)
app.get('/staff/records/:number/remove', ...recordActs.remove.form)
app.post('/staff/records/:number/remove', ...recordActs.remove.posted)
app.get('/staff/records/:number/remove-now', ...recordActs['remove-now'].form)
app.post('/staff/records/:number/remove-now', ...recordActs['remove-now'].posted)
app.get('/staff/records/:number/keep', ...recordActs.keep.form)
app.post('/staff/records/:number/keep', ...recordActs.keep.posted)
app.get('/staff/requests', ...requests)
app.get('/staff/requests/:id', ...request)
app.post('/staff/requests/:id', ...requestPosted)
app.get('/staff/issue', ...issueForm)
app.post('/staff/issue', ...issuePosted)
app.get('/staff/records/:number/correct', ...correctForm)
app.post('/staff/records/:number/correct', ...correctPosted)
app.get('/staff/find', ...findPage)
app.get('/staff/find.csv', ...findCsv)
app.get('/staff/find.ndjson', ...findNdjson)
app.get('/staff/approvals', ...approvals)
app.get('/staff/approvals/new', ...proposePage)
app.post('/staff/approvals/new', ...proposePosted)
app.get('/staff/approvals/:id', ...proposal)
app.post('/staff/approvals/:id', ...proposalPosted)
app.post('/staff/approvals/:id/take-back', ...takeBackPosted)
app.get('/staff/mail', ...mail)
app.post('/staff/mail', ...mailPosted)
app.get('/staff/renewals', ...renewals)
app.get('/staff/mail/:id', ...letter)
app.post('/staff/mail/:id', ...letterPosted)
app.get('/staff/imports', ...imports)
app.post('/staff/imports', ...importsPosted)
app.get('/staff/sheet-template.csv', ...importTemplate)
app.get('/staff/imports/:id', ...oneImport)
app.post('/staff/imports/:id', ...oneImportPosted)
app.post('/staff/imports/:id/run', ...importRun)
app.get('/staff/imports/:id/sheet.csv', ...importSheet)
app.get('/staff/imports/:id/report.csv', ...importReportFile)
app.get('/staff/imports/:id/rows/:line', ...importRow)
app.post('/staff/imports/:id/rows/:line', ...importRowPosted)
app.get('/staff/office', ...office)
app.post('/staff/office', ...officePosted)
app.get('/staff/keys', ...keys)
app.post('/staff/keys', ...keysPosted)
app.post('/staff/keys/:id/show', ...keyShown)
app.post('/staff/keys/:id/revoke', ...keyRevoked)
app.get('/staff/audit', ...audit)
app.post('/staff/audit/export', ...auditExported)
app.get('/staff/catalogue', ...catalogue)

// What verifiers stand on
app.get('/.well-known/jwks.json', ...jwks)
app.get('/.well-known/did.json', ...didDocument)
app.get('/keys/:name', ...bareKey)
app.get('/test/jwks.json', ...testJwks)
app.get('/test/did.json', ...testDidDocument)
app.get('/status/:list', ...revocationList)
app.get('/status/:list/standing.jwt', ...standingList)

// What the build made
app.get('/widget/v1/:file', ...evergreenWidget)
app.get('/widget/:version/:file', ...pinnedWidget)
app.get('/browser/:file', ...asset)
app.get('/site.css', ...asset)
app.get('/demo-board.css', ...asset)
app.get('/docs.css', ...asset)
app.get('/forms.css', ...asset)
app.get('/help.css', ...asset)
app.get('/my.css', ...asset)
app.get('/my-resume.css', ...asset)
app.get('/staff.css', ...asset)
app.get('/staff-pages.css', ...asset)

app.get('/healthz', ...healthz)

app.notFound((c) => {
  const allowed = methodsOf(app, c.req.path)
  if (allowed.length === 0) throw new Problem('not-found')
  c.header('Allow', allowed.join(', '))
  throw new Problem('method-not-allowed')
})
app.onError((error, c) => answerProblem(error, c, (view) => drawProblem(c, view)))
