import type { Element } from 'domhandler'

/**
 * What on a page is not the article, told by names and wording that sites of many makers share. No rule names a site: those
 * stand in site-rules.ts. Grouped by what it is; a word matches whole, between hyphens, underscores, spaces or a capital.
 */
const NAMES: Record<string, string> = {
  comments:
    'comments? commentlist commentform commentary-list respond disqus discussion trackbacks? pingbacks? replies pinglun liuyan akismet',
  sharing:
    'share sharing shares sharedaddy sharebar social socials addthis addtoany bdshare bdsharebuttonbox jiathis fenxiang followus follow-us',
  related:
    'related relateds relatedposts jp-relatedposts related-posts recommended recommendations recommend recirc recirculation read-?more readmore readnext also-?read most-?read mostread trending popular outbrain taboola xiangguan tuijian more-?stories teaser teasers similar linklist link-list',
  navigation:
    'nav navi navbar navigation breadcrumbs? breadcrumb-?trail crumbs menu submenu pagination pager pagenavi postnav post-nav nav-links prevnext prev-next toc-nav skip-?links? skiplink sitemap daohang',
  furniture:
    'sidebar side-bar widget widgets footer site-footer page-footer copyright toolbar tool-bar topbar print printonly banner ads? advert adverts advertisement advertorial adbox adsbygoogle sponsor sponsored promo promos promotion newsletter newsletters subscribe subscription signup sign-up login register disclosure disclaimer editorial-disclosure citation cite-this popup modal overlay cookie cookies consent gdpr paywall-prompt donation donate',
  meta: 'entry-meta post-meta postmeta postmetadata entry-footer post-footer entry-utility article-meta meta-info byline author-?bio author-?box authorbox about-?author author-?info bio tags tag-list tagcloud post-tags rating ratings stars vote likes? print-?link editor-info source-info',
  media:
    'caption-credit photo-credit image-credit credit credits media-credit video-player gallery-nav slider-nav thumbs carousel',
}

const named = (...groups: string[]) =>
  new RegExp(
    `(?:^|[\\s_-])(?:${groups
      .map((group) => NAMES[group] ?? '')
      .join(' ')
      .split(/\s+/)
      .join('|')})(?:$|[\\s_-])`,
    'i',
  )

/** Class, id or role names of furniture. */
export const NOISE_NAME = named('sharing', 'navigation', 'furniture', 'meta', 'media')

/** What readers wrote below; it may be longer than the article. */
export const COMMENTS_NAME = named('comments')

/** Names of boxes that lead elsewhere; as a lead paragraph is often called a teaser, they count only where links fill them. */
export const LINK_BOX_NAME = named('related')

/** Names of the paragraph that stands before the body and sums it up. */
export const LEAD_NAME =
  /(?:^|[\s_-])(?:lead|lede|leadtext|intro|introduction|introtext|standfirst|teaser|teasertext|excerpt|dek|deck|subtitle|sub-?head(?:line|ing)?|summary|abstract|vorspann|anleser|einleitung|chapeau|chapo|sumario|bajada|entradilla|ingress|zhaiyao|daodu)(?:$|[\s_-])/i

/** Elements that are furniture by what they are. */
export const NOISE_TAGS = new Set(
  'aside audio button canvas dialog embed footer iframe input link menu meta nav noscript object option script select style svg template textarea video'.split(
    ' ',
  ),
)

/** Names under which publishers and their systems keep the text of an article; the first are the surest. */
export const BODY_SELECTORS = [
  '[itemprop="articleBody"]',
  '#artibody, #artiContent, #article_content, #js_content, #endText, #Content-body, #ozoom, .TRS_Editor, .article-content-left, .rich_media_content',
  '.article-body, .article__body, .articleBody, .article-content, .article__content, .article-text, .article-main, .story-body, .story-content, .news-content, .news_content, .newsbody',
  '.entry-content, .post-content, .post-body, .post-entry, .postbody, .blog-post-content, .td-post-content, .single-content',
]

/** A heading, or a short line, after which a page goes on with other things. */
export const END_LINE = new RegExp(
  `^[\\s【\\[「—\\-▶>»]*(?:${[
    // Chinese, both scripts
    '相关(?:阅读|新闻|报道|文章|推荐|链接|专题|内容)|相關(?:閱讀|新聞|報導|文章|推薦|連結)|延伸(?:阅读|閱讀)|推荐阅读|推薦閱讀|猜你喜欢|更多(?:阅读|精彩|文章|新闻|新聞|内容)|热门(?:文章|推荐|评论|新闻)|熱門(?:文章|新聞)|精彩推荐|往期(?:回顾|推荐|精选)|上一篇|下一篇|网友评论|我要评论|发表评论|發表評論|最新评论|用户评论|评论区|免责声明|版权声明|發表迴響|相关附件',
    // English
    'related (?:stories|articles|posts|content|news|reading|topics|coverage)|read (?:more|next|also)|more (?:from|stories|on this|news|like this)|you (?:may|might) also like|recommended (?:for you|stories|reading)|see also|leave a (?:reply|comment)|(?:post a |add a )?comments?|\\d+ (?:comments|responses|thoughts on)|share this|about the authors?|most (?:read|popular)|trending(?: now)?|popular posts|sign up (?:for|to)|subscribe (?:to|now)|filed under|suggested citation|cite (?:this|as)',
    // German, French, Spanish, Italian, Portuguese
    '(?:ähnliche|weitere|verwandte|passende) (?:beiträge|artikel|themen|nachrichten|meldungen|inhalte)|das könnte (?:dich|sie|dir|ihnen)|empfohlene (?:beiträge|artikel)|mehr (?:zum thema|artikel|aus)|lesen sie auch|auch interessant|kommentare?|kommentar (?:verfassen|schreiben|hinzufügen)|schreibe? (?:einen|ein) kommentar|diskussion|teilen(?: mit)?|teilen sie dies|entdecken? (?:sie )?(?:weitere|mehr)|über (?:den|die) autor|meistgelesen|beitrags-?navigation|articles? (?:liés|similaires|connexes)|à lire aussi|sur le même sujet|laisser un commentaire|commentaires|artículos relacionados|notas relacionadas|lea también|le puede interesar|comentarios|potrebbe interessarti|leggi anche|articoli correlati|leia também|zobacz także|czytaj (?:też|także)',
  ].join('|')})(?:\\s*[:：…】\\])」（(]|\\s*$|\\s*\\d*\\s*$)`,
  'i',
)

/** Words of the house and not of the article, up to a few sentences: advertising notes, privacy notes, calls to follow. */
export const HOUSE_NOTE = new RegExp(
  [
    '^[*\\s(（]*(?:werbung|anzeige|sponsored|affiliate|disclosure|disclaimer|haftungsausschluss|hinweis)\\b',
    'this (?:post|article|page|story) (?:may )?contains? (?:affiliate|references|sponsored)|(?:beitrag|artikel) enthält (?:werbung|affiliate)|we may (?:receive|earn) (?:a )?(?:commission|compensation)',
    '(?:stellen|laden|anzeigen|zeigen).{0,80}ohne (?:dein|ihr)e? (?:einverständnis|zustimmung|einwilligung)|korzystamy z (?:plików )?cookies|(?:use|uses|utiliza|verwendet|utilise) (?:de )?cookies|accept (?:all )?cookies',
    '(?:únete|suscríbe(?:te|se)|síguenos|mira|join|follow|subscribe|abonniere?n?|folgt?|suivez|abonnez|rejoignez|关注|關注|订阅|訂閱|扫码|扫描).{0,80}(?:youtube|telegram|whatsapp|newsletter|instagram|facebook|twitter|tiktok|discord|公众号|公眾號|二维码|频道|頻道)',
    '(?:youtube|telegram|whatsapp|newsletter).{0,60}(?:únete|suscríbe|síguenos|subscribe|join us|abonnieren)',
    '(?:consider|please) (?:supporting|donating|subscribing)|would you consider|unterstütze uns|wesprzyj nas|spenden sie|faire un don',
  ].join('|'),
  'iu',
)

/** Who made or owns a picture. */
export const CREDIT =
  /©|\(c\)|(?:^|[\s(（|])(?:foto|photo|bild|image|grafik|illustration|credit|courtesy|quelle|źródło|fuente|摄|攝|图片来源|图源|图\/|供图)s?\s*(?:by\s|of\s|[:：/©])|getty|shutterstock|unsplash|\bdpa\b|imago|reuters\/|afp\/|ap photo|picture alliance|视觉中国/i

/** A whole line that is furniture wherever it stands. */
export const NOISE_LINE = new RegExp(
  [
    '^(?:分享(?:到|至)?|扫一扫|微信扫一扫|点击(?:查看|进入)|收藏|打印|字号|关闭|返回(?:顶部|首页)|举报|点赞|转发|阅读全文|展开全文|订阅|关注我们|复制链接|小|中|大|全屏|返回\\S{2,8}|查看(?:更多|全部|原文)|我要(?:纠错|举报|分享)|\\[?(?:打印|关闭|收藏|大|中|小)\\]?(?:本页|窗口)?)[:：]?\\s*\\S{0,12}$',
    '^[【\\[(（]*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|审核|監製|监制|值班编辑|网络编辑|本文来源|文章来源|本文编辑)\\s*[:：][^。！？]{0,40}$',
    '^(?:版权所有|版權所有|未经(?:授权|许可)|本文(?:由|为).{0,30}(?:原创|转载)|转载请注明|声明[:：])',
    '^(?:share|tweet|print|email|save|like|reply|facebook|twitter|whatsapp|linkedin|pinterest|copy link|advertisement|anzeige|werbung|publicidad|sponsored|loading\\.*|close|menu|zurück|back|next|previous|weiterlesen|nach oben)\\s*$',
    '^(?:this entry was posted|posted (?:in|by|on)|tagged |tags?:|categor(?:y|ies)\\s*:|filed under|kategorien?:|schlagw(?:ort|örter)|dieser (?:eintrag|beitrag) wurde|veröffentlicht (?:in|am|unter)|abgelegt unter|eingestellt von|etiquetas?:|temas:)',
    '^(?:©|\\(c\\)|copyright\\b|all rights reserved)',
    '^[(（]?(?:foto|fotos|photo|photos|bild|bilder|image|credit|quelle|symbolbild|titelbild|beitragsbild|fuente|źródło|foto de|图片来源|圖片來源|图源|图片|图)\\s?(?:credit)?s?\\s*[:：/©]',
    '^(?:diese (?:website|seite) verwendet|this site uses akismet|erfahre mehr darüber|learn how your comment|your email address will not|notify me of|wir respektieren deine)',
    '^(?:see also|read also|read more|also read|related|mehr dazu|lesen sie (?:auch|hier|mehr)|vea también|lea también|lee también|le puede interesar|te puede interesar|zum thema|相关[:：]|延伸阅读[:：])\\s*[:：>»]',
  ].join('|'),
  'i',
)

/** Whether an element stands in a part of the page that belongs to other texts: comments, related articles, the frame. */
export function isBesideArticle(element: Element): boolean {
  for (let node = element.parent; node?.type === 'tag'; node = node.parent) {
    const { name, attribs } = node as Element
    if (/^(aside|nav|footer)$/.test(name)) return true
    if (/^(article|main|body)$/.test(name)) return false
    const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`
    if (
      COMMENTS_NAME.test(names) ||
      LINK_BOX_NAME.test(names) ||
      /(?:^|[\s_-])(?:sidebar|widget|footer)(?:$|[\s_-])/i.test(names)
    )
      return true
  }
  return false
}
