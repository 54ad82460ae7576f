import type { ParseFailureCode } from '../../src/core/extract/document.ts'

/** A page that answers 200 and is no article, by what it says. */
interface Wall {
  code: ParseFailureCode
  title?: RegExp
  text?: RegExp
  /** More text than this, and it is an article that only mentions such words. Han characters count double. */
  maxWeight: number
}

const WALLS: Wall[] = [
  {
    code: 'bot-wall',
    title:
      /^(?:just a moment|attention required|access denied|403 forbidden|请稍候|安全验证|百度安全验证|人机验证|verify(?:ing)? you are human|are you a robot|security check|pardon our interruption|ddos-guard)/i,
    text: /(?:checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies to continue|请完成(?:安全|滑动)?验证|拖动滑块|访问过于频繁|unusual traffic|complete the (?:security check|captcha)|cf-browser-verification|are you a robot)/i,
    maxWeight: 800,
  },
  {
    code: 'soft-404',
    title:
      /(?:^|[\s|\-–—_])(?:404|page not found|not found|seite nicht gefunden|página no encontrada|page introuvable|页面不存在|页面未找到|找不到页面|找不到網頁|頁面不存在|内容不存在|文章不存在)(?:$|[\s|\-–—_!！.])/i,
    text: /(?:(?:the |this )?page (?:you(?:'re| are)? (?:looking for|requested)|(?:could not|cannot|can't) be found|(?:no longer|does not|doesn't) exist)|您(?:访问|查看|浏览|请求)的(?:页面|内容|文章|网页).{0,12}(?:不存在|已(?:被)?删除|找不到)|(?:该|此)(?:内容|文章|页面)已(?:被)?(?:发布者)?删除|您訪問的(?:頁面|網頁)不存在|很抱歉.{0,20}(?:不存在|找不到|已删除))/i,
    maxWeight: 600,
  },
  {
    code: 'cookie-wall',
    text: /(?:(?:accept|manage|reject) (?:all )?cookies|we (?:and our (?:\d+ )?partners )?(?:use|store).{0,60}cookies|before you continue|wir (?:und unsere (?:\d+ )?partner )?(?:verwenden|nutzen).{0,60}cookies|cookie[- ](?:einstellungen|settings|preferences|consent)|mit werbung weiterlesen|我们使用\s?cookie)/i,
    maxWeight: 900,
  },
  {
    code: 'paywall',
    text: /(?:subscribe (?:now )?to (?:continue|keep) reading|(?:to (?:continue|keep) reading|read the (?:full|rest).{0,20}),? (?:please )?(?:subscribe|sign (?:in|up)|log ?in|register)|this (?:article|content|story) is (?:for|only available to|reserved for) (?:\w+ )?(?:subscribers|members)|already a subscriber\?|登录后(?:阅读|查看)全文|(?:订阅|付费|购买|开通会员|成为会员)后?(?:可|即可|继续)?(?:阅读|查看|解锁)(?:全文|剩余)?|(?:剩余|還有|还有)\s*\d+%.{0,10}(?:未读|內容|内容)|本文(?:为|是|為)(?:付费|會員|会员|订阅)|訂閱(?:後|以)?(?:閱讀|解鎖)全文|加入會員.{0,8}(?:閱讀|解鎖)|jetzt (?:weiterlesen|abonnieren)|weiterlesen mit|diesen artikel (?:weiter)?lesen)/i,
    maxWeight: 1_600,
  },
]

const weightOf = (text: string) => text.length + (text.match(/[\u3400-\u9fff]/g)?.length ?? 0)

/** Below this weight the whole body is searched; an article may quote such words, and a wall has them at its end. */
const SHORT_WEIGHT = 500

/** What the page is instead of an article; undefined when it is one. `isFree` is the page's own isAccessibleForFree. */
export function findWall(
  title: string,
  body: string,
  page: string,
  isFree: boolean | undefined,
): ParseFailureCode | undefined {
  const weight = weightOf(body)
  const shown = weight < SHORT_WEIGHT ? `${body}\n${page}` : body.slice(-250)
  const wall = WALLS.find(
    (known) => weight <= known.maxWeight && (known.title?.test(title) || known.text?.test(shown)),
  )
  if (wall) return wall.code
  return isFree === false && weight < 1_600 ? 'paywall' : undefined
}
