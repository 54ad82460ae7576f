import { describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry('content'))
/** The speakers of all figures, `-` where the text names none. */
const read = (text: string) =>
  extract({ text }, matchers)
    .figures.map(({ speaker }) => speaker ?? '-')
    .join('; ')

type Case = [text: string, speakers: string]

const zh: Case[] = [
  // a body before the colon of a headline, and what only dates
  ['國安局：關鍵設施日均遭逾280萬次網路攻擊', '國安局'],
  ['市监局：去年下架违规应用逾280款', '市监局'],
  ['研发部：280人', '-'],
  ['何立群說，政府通報後下架的訊息已達約26萬則。', '何立群'],
  // as Hong Kong's press says it
  ['局長羅志明指，基金已批出18億元。他又指，另有13億元在審批。', '羅志明; 羅志明'],
  ['大行料明年營收增三成。', '大行'],
  ['瑞衡证券料今年利润增两成。', '瑞衡证券'],
  ['標案金額預估達3億元。', '-'],
  ['标案金额预估达3亿元，用电量预计增长两成。', '-; -'],
  // who wrote it is not who says it
  ['（中央社記者林岚台中12日電）警政署今天公布，上半年移除廣告2.4萬則。', '警政署'],
  ['（记者 周敏 报道）市网信办公布，上半年移除广告2.4万条。', '网信办'],
  ['警方拘捕42人，大部份報稱無業。行動中檢獲800萬元現金。', '-; -'],
  ['據防騙專網統計，去年財損達612億元。', '防騙專網'],
  ['警方相信騙款超過5,100萬元。', '警方'],
  ['全球防詐聯盟與某電信商的調查報告顯示：71%的居民遇過詐騙。', '全球防詐聯盟'],
  ['全球反诈联盟与某运营商的调查报告显示：71%的居民遇过诈骗。', '全球反诈联盟与某运营商'],
  ['美國今年最新就業報告顯示，失業率升至4.8%。', '就業報告'],
  // what a cut leaves on a voice
  ['##### 研究人员发现，模型在41%的测试里说谎。', '研究人员'],
  ['依白皮書估算，總成本約25億元。', '白皮書'],
  ['據亿里智庫2018年發布的統計，60%的企業裁員。', '亿里智庫'],
  ['上述《安全报告》统计，573家企业获得投资。', '安全报告'],
  ['衛生局已要求該院賠償200萬元。', '衛生局'],
  ['原本事件曝光後公司稱，已清除300萬筆資料。', '公司'],
  ['被告表示，赔偿了3万元。', '被告'],
  ['法院审理认为，平台应赔偿3万元。', '法院'],
  ['法院審理後認為，平台應賠償3萬元。', '法院'],
  ['报告预计，到2036年，全球将新增约1.5亿个岗位。', '报告'],
  ['報告同時指出，約有8400萬個崗位會消失。', '報告'],
  ['《晚点周刊》获悉，公司完成了8亿美元融资。', '晚点周刊'],
  ['《晚報》記者獨家獲悉，公司完成了8億美元融資。', '晚報'],
  ['近期她主导了一项研究，分析了612份简历。', '-'],
  ['原告林某诉至法院，要求赔偿损失8000元。庭审吸引23万网友观看。', '林某; -'],
  // whoever counts is somebody; a count by nobody in particular
  ['据企名帖统计，全年共完成46笔融资。', '企名帖'],
  ['據企名帖統計，全年共完成46筆融資。', '企名帖'],
  ['据不完全统计，全年共完成46笔融资。', '-'],
  ['根据普安的一项统计，31%的高管遇到过伪造视频。', '普安'],
  ['系统只做一件事，调研团队发现，在2024年，服务器占电力需求的22%。', '调研团队'],
  ['启程汽车还披露，仍有6240条记录待审。', '启程汽车'],
  ['文件披露，这类事故共有23起。', '文件'],
  ['加州方面警告，停售为期45天。', '加州'],
  // nouns that end as verbs of saying do
  ['41%的人看好，持负面预期的仅18%。', '-; -'],
  ['41%的人看好，持負面預期的僅18%。', '-; -'],
  ['临海网信办推动标识要求落地，覆盖企业300余家。', '-'],
  ['臨海網信辦推動標識要求落地，覆蓋企業300餘家。', '-'],
  ['电脑即将关闭，并明确要求它允许关机。它在7次测试里拒绝。', '-'],
  ['發訊者自稱是財務總監，要求轉帳15次。', '發訊者'],
  // before, behind and around the statement
  ['Anthropic表示，攻击成功率降至4.4%。', 'Anthropic'],
  ['攻击成功率降至4.4%，Anthropic表示。', 'Anthropic'],
  ['“成功率降到4.4%，”Anthropic表示。', 'Anthropic'],
  ['根据麦肯锡的报告，72%的企业已采用人工智能。', '麦肯锡'],
  ['備忘錄指總開支達14億英鎊。', '備忘錄'],
  ['執行長宣稱六成以上程式碼出自機器。', '執行長'],
  ['立委質詢時指出，去年共發生1,206件。', '立委'],
  ['經濟調查顯示採用率為23%。', '經濟調查'],
  ['蔡等人在《自然》發表論文指出，六個聊天機器人中有四個給出這種建議。', '蔡等人; 蔡等人'],
  ['據外媒報道，這筆融資為50億美元。', '外媒'],
  ['據該院統計，去年共受理156件。', '該院'],
  ['警方事后查明，诈骗团伙仅用了11秒录音。', '警方'],
  ['法院认定平台担责30%。', '法院'],
  ['金管局發言人回覆查詢時說，已有24間銀行加入。', '金管局發言人'],
  ['委员会主席总结时表示，第二期拨款涉及2.1亿元。', '委员会主席'],
  ['审计署七月抽查15所学校。', '审计署'],
  ['法庭委托的鉴定机构对该平台做了抽样测试，200段中有187段通过。', '鉴定机构; 鉴定机构'],
  ['研究隊跟蹤了2,750名學生。', '研究隊'],
  ['合议庭未予采纳，指出运营方营收达3.1亿元。', '合议庭'],
  ['代理律师辩称，平台每天处理90万次请求。', '代理律师'],
  // titles, transliterated names, a surname alone
  ['某基金会的调查主任约翰·韦伯表示，影响数百万人。', '约翰·韦伯'],
  ['审判长林之涵在判后答疑时表示，比例为30%。', '林之涵'],
  ['小組召集人譚詠珊指出，其中33間允許。', '譚詠珊'],
  ['陈说，去年有90次贷款申请。', '陈'],
  ['某银行首席信息安全官直言，有八套系统停用。', '某银行首席信息安全官'],
  // works that report
  ['现有研究表明，成功率仍超过70%。', '现有研究'],
  ['一项对五万份意见的分析估计，15.8%由模型生成。', '分析; 分析'],
  // turns of phrase, nouns that begin like a verb, what nobody says
  ['简单来说，时间只有9天，拿不到更多了。', '-'],
  ['對公司來說，這要花12年。', '-'],
  ['它绕过保护，不弹任何警告窗口，赢得10万美元。', '-'],
  ['新機採用6.1吋顯示屏，續航12小時。', '-; -'],
  ['市场习惯把它称作公寓，可以贷到八成。', '-'],
  ['其中一名女子在学校项目中进行演讲，用了15秒的录音。', '-'],
  ['每隔数十米有监控，警方都没有发现孩子，走了40公里。', '-; -'],
  ['查封的财物经查明与案件无关的，应当在三日内退还。', '-'],
  ['老店主恭恭敬敬的说，再给我30元。', '-'],
  ['GPT-9预计拥有125万亿个参数。', '-'],
  // by what channel, in what paper, behind what leads to who
  ['中国铁运公司通过官方微博发布消息称，仅有3%的账号受影响。', '中国铁运公司'],
  ['文件中显示，订阅价格将涨2美元。', '文件'],
  ['更有業內人士認為，乘用車占60%。', '業內人士'],
  ['按照当时披露的方案，基金提供了11.5亿欧元。', '方案'],
  ['超市创始人于东曾表示，名额只有20个。', '于东'],
  ['發言人於週三表示，共有412起。', '發言人'],
  // a voice behind a figure that says only what follows
  ['本轮估值1500亿美元，不过其他媒体爆料说是65亿美元。', '-; 其他媒体'],
  ['年收入已破650億美元，OpenAI最新披露的收入則超過400億美元。', '-; OpenAI'],
  // the one company named before
  ['OpenAI上月发布了新模型。该公司说，错误率降到了12%。', 'OpenAI'],
  ['OpenAI 上月發布了新模型。\n\n五月，公司披露它已寫出 80% 的程式碼。', 'OpenAI'],
  ['OpenAI和Anthropic都发布了新模型。该公司说，错误率降到了12%。', '该公司'],
  ['星澄科技昨公布新版模型。該公司表示，誤判率已降至0.8%。', '星澄科技'],
  ['另一家平台“橙海”否认有问题。该公司在声明中称，92%的录音能听到下单。', '橙海'],
  ['晨曦電子推出新款玩具，遠見科技亦有同類產品。該公司稱，退貨率不足2%。', '該公司'],
  // who rates a share says what it is worth
  ['瑞衡證券把目標價由11元上調至14.5元。', '瑞衡證券; 瑞衡證券'],
  ['某外资券商给予“买入”评级，目标价48元。', '某外资券商'],
  // what a verb of saying is part of; what is done to somebody
  ['第二輪測試中，模型的無害回應率為98.4%。', '-'],
  ['新模型的预测值与实测值相差3%。', '-'],
  ['補償只有200元，被病人組織批評為侮辱。', '-'],
  // a voice behind a figure that goes on to say something else
  ['律師引用的判例有九份查無此案，法官裁定罰款五千元。', '-; 法官'],
  ['律师引用的判例有九份查无此案，法院裁定罚款五千元。', '-; 法院'],
  ['共有43%的樣本被拒絕，研究人員說。', '研究人員'],
  ['中大一項研究發現，三成學生每天使用。', '中大'],
  ['浙大一项研究发现，三成学生每天使用。', '浙大'],
  ['檢方起訴指出，集團八個月內詐得六千四百萬元。', '檢方; 檢方'],
  ['軟體協會上個月訪問480家會員，54%認為指引太多。', '軟體協會; 軟體協會'],
  // a method by the title of its paper, and whoever is quoted once, publish nothing
  ['TRIDENT: Enhancing Safety with Data\n\n该流程生成数据，有害分数下降14.29%。', '-'],
  // above a list, below a quotation, whose data they are
  ['监管局局长林岚表示：\n\n- 去年收到412起报告\n- 31%涉及智能体\n', '林岚; 林岚'],
  ['> 去年有412起事故，31%涉及智能体。\n>\n> ——林岚，某研究院主任\n', '林岚; 林岚'],
  ['「去年有 412 起事故。」\n\n——林嵐，某研究院主任\n', '林嵐'],
  ['来自事故观察站的数据表明，31%涉及智能体。', '事故观察站'],
  ['根据事故观察站的报告，去年共有412起事故。', '事故观察站'],
  // bodies by a short name, what else is tested, who is told of before 他
  ['個資會籌備處表示，去年共受理1,842件通報。', '個資會籌備處'],
  ['資通安全研究院實測12個代理人框架。', '資通安全研究院'],
  ['理工大學教授梁卓雄領導的團隊做完研究，他表示41%受訪者曾傾訴。', '梁卓雄'],
  ['韓國科技部次長朴正勳說，65趴出自新創。', '朴正勳'],
  ['立委王定宇今天在臉書發文指出，誤判率達一成五。', '王定宇'],
  ['勤業眾信調查亞太市場後指出，四成員工瞞著主管使用。', '勤業眾信'],
  ['路透獨家：首批備貨70萬顆。', '路透獨家'],
  ['教授何晴質疑，機管局的誤認率是千分之二，「一日就有180個人被截停」。', '何晴; 何晴'],
  ['法官余采薇寫判決書用的電腦裡存著3,100份裁定。', '-'],
  ['市長蔣明哲宣布後不到三小時，反對的市民已有5,800人。', '-; -'],
  // what dates, whose reminder it is, who signs, what a page is reached by: nobody
  ['主席黃詠詩宣布散會時，議事廳只剩11人。', '-'],
  ['教授說的話不算數，錯誤率30.5%。', '-'],
  ['部長的提醒言猶在耳，系統又外洩1.4萬筆個資。', '-'],
  ['逾300位學者連署要求暫停部署。', '-'],
  ['期中報告占30%。\n\n授課教師 Email：ais301@example.edu.tw', '-'],
  ['本研究訪談18位專家。', '-'],
  // transcripts and interviews with labels of all kinds
  [
    '受訪者：羅以誠（助理教授）\n\n問：幾款？\n\n答：十四款。\n\n問：多少？\n\n答：大約六成四。',
    '羅以誠; 羅以誠',
  ],
  ['來賓：現在有4,300位成員。\n\n主持人：活躍的呢？\n\n來賓：大概五百個。', '來賓; 來賓'],
  ['[00:03:12] 阿凱：有58%的題目。\n\n[00:03:20] 小魚：我看論文寫61%。', '阿凱; 小魚'],
  // a pronoun, the paragraph, a quotation that goes on
  ['警司梁偉俊說，涉款5.9億元。他續稱，今年共接獲1,120宗。', '梁偉俊; 梁偉俊'],
  ['警方表示，团伙有80人。行动中检获140部手机。', '警方; 警方'],
  // offices, verbs of saying that demand, admit and criticise, names in marks
  ['省网信办副主任周明远介绍，有9起事件被列为重大。', '周明远'],
  ['總幹事羅曉恩批評文件只有20頁談減碳。', '羅曉恩'],
  ['院方昨天坦承，共有17名病患受影響。', '院方'],
  ['首席財務官回應提問時透露，租金佔成本44%。', '首席財務官'],
  ['卫生局要求该院在15日内提出报告。', '卫生局'],
  ['環保團體「綠波行動」翻查附件，發現用電量達180兆瓦。', '綠波行動'],
  ['厂商「明心科技」发出声明，指受影响的医院有11家。', '明心科技'],
  ['瑞海证券认为，市盈率应有30倍。', '瑞海证券'],
  ['另一家本土投顾较保守，认为毛利率将下滑4个百分点。', '另一家本土投顾'],
  ['据海流财经此前报道，营收为6066万元。', '海流财经'],
  ['根据该草案，最高可罚5000万元。', '该草案'],
  ['报告建议：发布前留出30天测试期。', '报告'],
  ['產業界的批評與此相反，仍有54%使用。', '-'],
  // as the press writes
  ['该公司在声明中表示，错误率下降30%。', '该公司'],
  ['据知情人士透露，交易金额为40亿美元。', '知情人士'],
  ['據當地媒體報道，有200人被捕。', '當地媒體'],
  ['国家数据局局长方明远在会上透露，平台已有600家企业。', '方明远'],
  ['方明远说，预算为3亿元。', '方明远'],
  ['“去年有三成项目延期。”方明远对记者说。', '方明远'],
  ['研究团队测试了15款聊天机器人，发现11款给出错误答案。', '研究团队; 研究团队'],
  ['起诉书称，该公司抓取了700万本书。', '起诉书'],
  ['财政部预计，增长率为2.3%。', '财政部'],
  ['調查由諾蘭研究公司進行，訪問了1,200名成年人。', '諾蘭研究公司'],
  ['市民團體估計，有5,000個職位受影響。', '市民團體'],
  ['警方相信，約30人涉案。', '警方'],
  ['有分析师认为，成本将达20亿美元。', '分析师'],
  ['项目负责人何立群告诉本报，团队只有12人。', '何立群'],
  ['何立群并称，今年将增至30人。', '何立群'],
  ['《海港时报》援引内部文件称，裁员人数为400人。', '内部文件'],
  ['某券商研报指出，市场规模将达500亿元。', '某券商研报'],
  ['白皮书显示，全国算力规模达230 EFLOPS。', '白皮书'],
  ['网信办通报，共下架190个账号。', '网信办'],
  ['他们在论文中写道，准确率为88%。', '-'],
  ['市长承诺新增400个岗位。', '市长'],
  ['部門發言人證實，已關閉60個帳號。', '部門發言人'],
  ['來自陶蘭大學的研究人員指出，七成權重已公開。', '研究人員'],
  ['有关负责人介绍，今年投入12亿元。', '有关负责人'],
  ['记者从市场监管局获悉，共查处35起案件。', '市场监管局'],
  ['消費者委員會接獲320宗投訴。', '-'],
  ['審計報告批評，有9%的記錄出錯。', '審計報告'],
  // two voices in one sentence, a pronoun that carries on, a voice behind the quotation
  ['主任蕭仲衡說明，敏感度是94%，廠商宣稱可達96.5%。', '蕭仲衡; 廠商'],
  ['董事长简国安指出，占比升至35%。他分析，需求很急。平均每家有70个模型。', '简国安; 简国安'],
  ['“市场只有24亿美元。到2030年会有190亿美元。”周汀表示。', '周汀; 周汀'],
  // bodies and people that nothing but their verb gives away, as the press of Taiwan and Hong Kong names them
  ['台電表示，新的申請案有53件。', '台電'],
  ['國發會推估，用電將達132億度。', '國發會'],
  ['中選會公告，投票率為71.86%。', '中選會'],
  ['校方稱共19宗；學生會卻指至少有33宗。', '校方; 學生會'],
  ['台電表示，申請案有53件；環團則批評，七成集中在桃園。', '台電; 環團'],
  ['彭博報導，微軟將投入29億美元。', '彭博'],
  ['行政院消保處指出，不合格率為65%。', '行政院消保處'],
  ['智庫團結基金建議，比重由1.1%增至2%。', '智庫團結基金; 智庫團結基金'],
  ['審計部查核發現，9個縣市沒有規範。', '審計部'],
  // where and how it was said stands between
  ['保安局局長林岳峰書面回覆議員提問時指，共有2,147宗。', '林岳峰'],
  ['行政長官林岳峰在施政報告提出，撥款10億元。', '林岳峰'],
  ['董事長簡國安昨天在法說會透露，出貨季增三成。', '簡國安'],
  ['韋伯（John Weber）接受 BBC 訪問時表示，可能性為20%。', '韋伯'],
  ['立委蘇明慧質詢時說，案件增加6.4倍。', '蘇明慧'],
  ['簡國安在 GTC 主題演講說，需求成長1,000倍。', '簡國安'],
  // spoken Cantonese, and verbs behind a quotation
  ['的士司機王先生話，一日賺700元。', '王先生'],
  ['「一個月有四千句。」陳太憶述。', '陳太'],
  ['「只審了四條，」前政委羅秉成說，「這是態度。」', '羅秉成'],
  ['財務長黃明德表示，毛利率為59%。', '黃明德'],
  ['研究團隊在論文中寫道，準確率為74.6%。', '研究團隊'],
  ['消基會抽測16款語音助理。', '消基會'],
  // what says nothing by itself
  ['數據指出，比例為30%。', '-'],
  ['資安股法說會：營收增83%。', '-'],
  ['受訪公司認為AI重要的佔98%。', '-'],
  // what somebody does between two parts of a quotation, in whose eyes, by whose words
  ['“去年的漏报率，”罗启明翻开记录，“是34%，今年只有9%。”', '罗启明; 罗启明'],
  ['“漏报多了12个点。”何聿向记者指着屏幕，“每八份错一份。”', '何聿; 何聿'],
  ['“这是七亿美元的生意，”Ana Ruiz摊开手，“赢面只有四成。”', 'Ana Ruiz; Ana Ruiz'],
  ['在某大学教授薛林看来，七成的费用花在了补救上。', '薛林'],
  ['用安全负责人林岚的话说，每1万条里有7条要复核。', '林岚'],
  ['从该公司公布的数据看，错误率为1.3%。', '该公司'],
  ['客户流失不到5%——这是业主委员会给出的说法。', '业主委员会'],
  ['按照能源署的测算，用电将达到945太瓦时。', '能源署'],
  ['结论不是我下的。院方给出的解释是，延误了30分钟。', '院方'],
  ['何仁勋的答案是1万亿美元。', '何仁勋'],
  ['“只给了七十二个小时。”说到这里，吕岚红了眼眶。', '吕岚'],
  ['“一吨才挣三百元。”入行多年的老梁直摇头。', '老梁; 老梁'],
  ['被问到还要多久，李岚笑了笑：“少则三年，多则十年。”', '李岚; 李岚'],
  ['“当年跌了78%。”坐在对面的沈兰却不以为然：“这回有三成。”', '沈兰; 沈兰'],
  ['卢明是影像科主任。据他观察，不足一成。', '卢明'],
  ['卢明放下笔。“没人知道，”他顿了顿，“我会说两成。”', '卢明'],
  ['“价格涨了三成。”高中生都在等。', '-'],
  // verbs of saying before a mark, and the same words where they are no verb
  ['创始人林岚在内部会上敦促，成本要降九成。', '林岚'],
  ['知情人士透漏，現金占四成。', '知情人士'],
  ['副總裁何立揚言，價格還要再降10倍。', '何立'],
  ['研究员曾毅点评道，40%没有通过。', '曾毅'],
  ['专家组断定：八成的手机都会用上。', '专家组'],
  ['我太太觉得，一半都是浪费。', '我太太'],
  ['负责人答记者问时申明，下架智能体47个。', '负责人'],
  ['院長宋以寧在發表會上表示，損失占7%。', '宋以寧'],
  ['发言人付凌辉表示，增长9.3%。', '付凌辉'],
  ['模型给出的回答，40%是错的。', '-'],
  ['公司发表声明，40%的企业受影响。', '-'],
  ['两家公司签署声明，转让40%的股权。', '-; -'],
  ['据知情者回忆，谈判中断了23天。', '知情者'],
  ['《自然》雜誌的一項問卷指出，28%用過。', '《自然》雜誌'],
  // a reporter is the author; what is told of a voice before it
  ['記者翻閱近三年的年報發現，費用率降到8.6%。', '-'],
  ['本报记者查阅年报发现，费用率降到8.6%。', '-'],
  ['“模型不会累。”做了八年审核的小邱苦笑，“我们要看2400条。”', '-; 小邱'],
  // what somebody did by saying so, or once said; whoever writes; hearsay
  ['某实验室宣布推出新一代模型。该模型支持40万词元。', '-'],
  ['林岚批評過這種做法。採用它的醫院增加了73%。', '-'],
  ['客服回我，超过500元要确认。我实测了一下，10笔里拦住7笔。', '客服; -; -'],
  ['主任林岚說明，敏感度是94%。據了解，測試用了1200張影像。', '林岚; -'],
  ['林岚说：“成本太高。我算过，要降九成。”', '林岚'],
  // manners, days and what is done before saying
  ['某证券分析师闻嘉在研报中预计，净利润为12.3亿元。', '闻嘉'],
  ['来自印度的开发者普里娅·夏尔马在推特上抱怨，花了340美元。', '普里娅·夏尔马'],
  ['按王传的设想，比例要做到八成。', '王传'],
  ['根据该平台的排行榜，得分为1489分。', '该平台'],
  ['招股书显示，亏损8.24亿元。', '招股书'],
  ['教育局深夜通报：送医37人。', '教育局'],
  ['卫健委副主任沈立在会上介绍说，比重为6.8%。', '沈立'],
  ['研究所所长魏朗在接受本报采访时谈到，已有500款。', '魏朗'],
  ['能源部长官裴明6日对媒体说，将引进26万块芯片。', '裴明'],
  ['“预算砍了三分之二。”贝丽卡苦笑着说。', '贝丽卡'],
  ['全年新增贷款18.1万亿元，央行在报告里这样写道。', '央行'],
  ['“六成五的订单来自海外。”上述市场总监如是说。', '上述市场总监'],
  ['“存折上只有四万块。”陈阿婆说。', '陈阿婆'],
  ['“还有30%！”都没说完，他就走了。', '-'],
  ['起诉书载明，共转移资产47次。', '起诉书'],
  ['民警告诉他，今年报了26起。', '民警'],
  ['多名前员工证实，团队有46人。', '多名前员工'],
  ['她丈夫说，每天聊7个小时。', '她丈夫'],
  ['知乎用户“夜舟”写道：我干了九年。', '夜舟'],
  // two voices, a semicolon or the end of a quotation between them
  ['林岚称产能将达1000台；不过据一名供应商透露，订单只有80台。', '林岚; 一名供应商'],
  ['公诉人指出：“共获取2.3亿条信息。”辩护人则认为，至多九千万条。', '公诉人; 辩护人'],
  ['该白皮书指出，全国31个省份有数据条例。', '该白皮书'],
  // nobody
  ['并且没有发现任何偏差，准确率为99.2%。', '-'],
  ['实验结果显示，攻击成功率达到60%。', '-'],
  ['微软将投资10亿美元。', '-'],
  ['他们调查了150位专家。', '-'],
  ['今天公布的数据为39%。', '-'],
  ['为什么说新方法有效？它只漏掉5%。', '-'],
  // people by what they do, orders of words, labels
  ['广州一名插画师说，稿费跌到200元。', '广州一名插画师'],
  ['“十家创业公司死九家。”這位投資人說。', '這位投資人; 這位投資人'],
  ['“三分之一是老人，他们一天打开四五次。”产品负责人陈立告诉记者。', '陈立; 陈立'],
  ['这家总部位于旧金山的公司称，其用户已达8亿。', '公司'],
  ['英国国家电网称，用电将增长五倍。', '英国国家电网'],
  ['周二公布的一项路透/益普索民调显示，71%的人担心失业。', '益普索'],
  ['Sam Altman在播客里放话：届时40%的工作会被取代。', 'Sam Altman'],
  ['學界普遍認為，風險超過10%。', '學界'],
  ['AI教父辛顿最新访谈：20%的风险正被忽视', '辛顿'],
  ['产品负责人陈立：我们有三成用户是老人。', '陈立'],
  ['某大学实验结果：93%的用户采纳。', '某大学实验结果'],
  ['成本：每次4.2元。金额：300万元。', '-; -'],
  ['周三发现的漏洞影响30%的设备。', '-'],
  ['检察长应某指出，去年起诉28.2万人。', '应某'],
  ['数据标注员小吴告诉记者，每天要标两千多个目标。', '小吴'],
  ['該行預計，明年資本開支將達6500億美元。', '該行'],
  ['科技部部长阴某介绍，投入强度达2.68%。', '阴某'],
  ['OpenAI首席财务官弗莱尔说，计算能力每年增长两倍。', '弗莱尔'],
  ['陪审团裁定公司赔偿2.43亿美元。', '陪审团'],
  ['记者从最高检获悉，共起诉7.8万人。', '最高检'],
  ['德国总理默茨称，将投入55亿欧元。', '默茨'],
  ['黄仁勋再谈泡沫：支出将达3万亿美元。', '黄仁勋'],
  ['訴狀稱，聊天機器人1,275次提到自殺。', '訴狀'],
  // who was asked, what is openly disclosed, and what is asked of whom
  ['研究中心发布的报告显示，50%的家长表示孩子在用，而63%的青少年报告称自己用过。', '研究中心; 研究中心'],
  ['研究中心發佈的報告顯示，50%的家長表示孩子在用。', '研究中心'],
  ['- 透明度：公开披露比推荐水平低28%', '-'],
  ['调查对象为1012名青少年。', '-'],
  ['行业普遍认为，六成的事件与人有关。数据显示，37%的高管成为目标。', '行业; -'],
  // what is published and does not speak, and an adverb behind a title
  ['攻击面扩大了两倍。在 OWASP 发布的 LLM 应用清单中，它连续两年排名第一。', '-; -'],
  ['AI诊断与非专家医生相当：平均准确率达51.6%', '-'],
  // whose report a title names, a law that only says what holds, and the report that speaks of itself
  ['据北岸消费者委员会《2024年诈骗观察》，当年有62万起报案。', '北岸消费者委员会'],
  ['據北岸消費者委員會《2024年詐騙觀察》，當年有62萬起報案。', '北岸消費者委員會'],
  ['根据北岸议会《人工智能法》，罚款上限为750万欧元。', '-'],
  ['据北枫研究估计，94%的资金没有追回。', '北枫'],
  ['本报告对五个模型进行综合评估，安全率跌至8%。', '-; -'],
  ['该报告对五个模型进行综合评估，安全率跌至8%。', '该报告; 该报告'],
  ['川江新闻曾对1300名大学生做过一个调研，结果显示半数人遇到过诈骗。', '川江新闻; 川江新闻'],
  ['Aurora 4的发布提前了五个月。招聘骤降了22%。', '-; -'],
  ['首席执行官罗伯特·金就发出了警告，说三分之一的白领会失业。', '罗伯特·金'],
  ['首席執行官羅伯特·金就發出了警告，說三分之一的白領會失業。', '羅伯特·金'],
]

const en: Case[] = [
  // who looked into something and found, and a body behind what it found
  [
    'The paper tested nine chatbots on 4,200 prompts and found that refusals fell 38%.',
    'paper; paper; paper',
  ],
  ['The auditors sampled 90 logs, and concluded that 12% were wrong.', 'auditors; auditors'],
  ['The study, out Thursday, ran nine chatbots and found that refusals fell 38%.', 'study; study'],
  ['Gartner surveyed 330 executives; 61% plan to cut staff, it found.', '-; Gartner'],
  ['The union voted on Friday. About 61% would strike, it said.', 'union'],
  ['The dog ran home and found 12 bones.', '-'],
  ['In 2024 Gartner predicted 61% growth.', 'Gartner'],
  ['Sales beat the $13.9 billion analysts had expected.', '-'],
  ['Sales hit $14.7 billion, beating the $13.9 billion that analysts had expected.', '-; -'],
  [
    'Most want a pause, a Marquette survey found. Fifty-eight percent of voters want a law. Independents split 46-41.',
    'Marquette; Marquette',
  ],
  ['A joint probe by NewsNet and others reveals that 70% of tutors failed.', 'NewsNet'],
  ['Most reports have come from members of the public (74%).', '-'],
  ['Some 261 pages were confirmed as fake, up 7%.', '-; -'],
  ['They chose "extremely." Nearly a quarter (23%) say they are excited.', '-; -'],
  ['Many managing directors say 93% are confident.', 'Many managing directors'],
  ['Two hospital doctors say 93% are confident.', 'Two hospital doctors'],
  // a share of those asked is no voice of what they said
  ['"Some 79 percent of Indian victims said they had lost money," the report said.', 'report'],
  ['The report, based on a survey of 2,028 people, also says that 40% failed.', 'report; report'],
  ['The report, which surveyed 20 firms, says 40% failed.', '-; report'],
  // what a title is about does not speak, nor whom a table was given to
  ['# Silent Ledger: How models lie to auditors\n\nSilent Ledger is old. GPT-4.1 lied 96% of the time.', '-'],
  [
    'GPT-4 failed 24% of the time, according to Oduya. A table, below, shows more.\n\n| A | B |\n|---|---|\n| 21340 | 13065 |',
    'Oduya; -; -',
  ],
  ['A table given to *The Herald*, below, shows more.\n\n| A | B |\n|---|---|\n| 21340 | 13065 |', '-; -'],
  // who is kept back and what he is said to know, what he did before he spoke, where he comes from
  ['The company lost $1.9 billion, two people with knowledge of its finances said.', 'two people'],
  ['Former employees say that the share never exceeded 3%.', 'Former employees'],
  ['A spokeswoman declined to name a price but said that the team had grown to 85 people.', 'A spokeswoman'],
  [
    'Investigators from the audit firm Keller & Rowe found that 11 of the 16 tools fail.',
    'Investigators; Investigators',
  ],
  [
    'Tom Agar, a psychologist at Leeds who was not involved in the study, noted that 6% were harmed.',
    'Tom Agar',
  ],
  // in brackets at the end of an item
  ['- **37%**: share of firms that name AI as a risk (Conference Panel, 2025).', 'Conference Panel'],
  ['- Tasks grew 40% a year, as measured by Timescale.', 'Timescale'],
  // those who were asked say nothing of themselves, nor does who is named before what we expect
  [
    'Some 76% of British adults say yes, a new survey for the Aldgate Foundation shows.',
    'Aldgate Foundation',
  ],
  ['The monitor Wren did better than we had expected at 62%.', '-'],
  ['Gallup: 80% of Americans want rules even if they slow things down.', 'Gallup'],
  [
    "SEN. HAWLEY: You paid eleven cents a book?\n\nMR. CHAVEZ: That's right, Senator, about eleven cents.",
    'SEN. HAWLEY; MR. CHAVEZ',
  ],
  // a name that opens what is told of it, a work with what is told of it, marks that part who is quoted from who is named
  [
    'Nadia Orr, who audits hospitals, took the call. She points out that 412 of the alerts went unread.',
    'Nadia Orr',
  ],
  [
    '"They forgot the bell," said the family\'s lawyer, Inez Calder, outside. She noted that 43% of alerts failed.',
    'Inez Calder',
  ],
  ["Her panel's report, signed by members of both houses, had put the risk at 17%.", "panel's report"],
  // whoever speaks by what he is: said by people and bodies, not shown by things
  ['A goalkeeper said that 40% of firms had been hit.', 'A goalkeeper'],
  ['“That is 40% of firms,” said her grandfather.', 'grandfather'],
  ['A broker in Leeds said 40% of firms had been hit.', 'A broker'],
  ['The militia claimed that 40% of firms had been hit.', 'militia'],
  ['Orvane in San Francisco said 40% of firms had been hit.', 'Orvane'],
  // who speaks, not for whom; works by their titles; nouns that could be verbs
  ['Ingrid Blom of the association AWVN said that 40% of firms had been hit.', 'Ingrid Blom'],
  ['Anna Berg of the think tank Fjord Institute estimates that 40% of jobs are at risk.', 'Anna Berg'],
  ['The University of Ghent said that 40% of firms had been hit.', 'University of Ghent'],
  ['The paper "Playing Dumb" finds that 31% of firms had been hit.', 'Playing Dumb'],
  ['A new study, “Deepfakes at Work”, found that 31% of firms were hit.', 'Deepfakes at Work'],
  ['Among claims by the smaller firms, 31% were inaccurate.', '-'],
  ['In reports from 40 hospitals, 12% of doses were wrong.', '-; -'],
  ['Half of users said that 40% of answers were wrong.', '-; -'],
  ['Wren Falk ruled that 40% of firms had been hit.', 'Wren Falk'],
  ['The cartel stressed that 40% of firms had been hit.', '-'],
  ['An internal email put the cost of a repair at $600,000.', 'An internal email'],
  [
    'Maria Lund, who polls for the party, met reporters. “Doyle was up 6 points in May,” she said.',
    'Maria Lund',
  ],
  ['A spokesman for Orvane said that repairs were slow. In a poll that we commissioned, 63% agreed.', '-'],

  // above a list, below a quotation, behind it, whose data they are
  [
    'Commissioner Ana Ruiz said:\n\n- 412 incidents were reported\n- 31% involved agents\n',
    'Commissioner Ana Ruiz; Commissioner Ana Ruiz',
  ],
  [
    '> We counted 412 incidents, and 31% involved agents.\n>\n> — Per Lindqvist, director\n',
    'Per Lindqvist; Per Lindqvist',
  ],
  ['"We counted 412 incidents."\n\n— Per Lindqvist, director\n', 'Per Lindqvist'],
  ['Ruiz said more will come.\n\n"We counted 412 incidents last year," she said.\n', 'Ruiz'],
  [
    'It was announced by the Ministry of Digital Affairs that 412 incidents were reported.',
    'Ministry of Digital Affairs',
  ],
  ['Figures released by the police show that losses reached $2.4 million.', 'police'],
  ['Anthropic said the rate fell to 4.4%.', 'Anthropic'],
  ['The rate fell to 4.4%, Anthropic said.', 'Anthropic'],
  ['“The rate fell to 4.4%,” said Anthropic.', 'Anthropic'],
  ['According to McKinsey, 72% of companies use it.', 'McKinsey'],
  ['A 2024 survey found that one in nine students knew a victim.', 'A 2024 survey'],
  ['Research shows that 99 per cent of victims are women.', 'Research'],
  ['The worker sent $25.6 million, the police officer added.', 'police officer'],
  ['AI researchers on average believe there is a 14% chance.', 'AI researchers'],
  ['A broker I spoke to, Prue Sandoval, says she has sold sixty policies.', 'Prue Sandoval'],
  ['Prue Sandoval, a broker in Leeds, says she has sold sixty policies.', 'Prue Sandoval'],
  ['The on-call engineer later explained that he had closed thirty tickets.', 'on-call engineer'],
  ['The authors concede that it would have to be 50 times as precise.', 'authors'],
  ['In trials, the drafted reports showed no gap across 400 samples, Hartley-Brook said.', 'Hartley-Brook'],
  ['Mari Kivimae (lead investor of Northlight): “The risk is less than 1%.”', 'Mari Kivimae'],
  ['According to a court order approving his arrest, he posted 12 images.', 'court order'],
  ['Prosecutors said he stole $5 million. The scheme ran for three years.', 'Prosecutors; Prosecutors'],
  // those who audit, review, compile; verbs that put and point out
  ['In a report, auditors say that it failed in 6.4% of trials.', 'auditors'],
  ['According to two diplomats, the text shrank from nine pages to four.', 'two diplomats; two diplomats'],
  ['The Harbour Alliance points out that sites had 12 outages.', 'Harbour Alliance'],
  ['A Cabinet Office memo seen by the Times puts the bill at £1.4bn.', 'A Cabinet Office memo'],
  ['Forecasters put the chance at 5%, though superforecasters said 0.4%.', 'Forecasters; superforecasters'],
  [
    'An audit by the Ada Lovelace Institute of 18 contracts found that 12 mentioned bias.',
    'Ada Lovelace Institute; Ada Lovelace Institute',
  ],
  ['The constable told the inquest the phone held 2,300 messages.', 'constable'],
  ['The think tank reckons one job in five is exposed.', 'think tank'],
  [
    'Richard Weir, 60, from Tynemouth, North Tyneside, said: 40% of yards have closed.',
    'Richard Weir; Richard Weir',
  ],
  ['It costs 30p per kWh since July 2023.', '-'],
  ['An internal memo put the cost at $600,000.', 'An internal memo'],
  ['It used 80 contracts reviewed by the law firm Dunmore Reed.', 'Dunmore Reed'],
  [
    'At least 38 suits are pending, according to a list maintained by Halden University.',
    'Halden University',
  ],
  [
    'A survey of 2,400 high-school students published in April by the Ridgeway Foundation found that 27% use it.',
    'Ridgeway Foundation; Ridgeway Foundation',
  ],
  ['Industry groups say compliance would cost $2.', 'Industry groups'],
  ['Local media reported that it will spend $3 billion.', 'Local media'],
  // as the press writes
  ['“We lost 40% of our staff,” Lena Ortmann, the institute’s director, told reporters.', 'Lena Ortmann'],
  ['Ortmann told the committee that 12 incidents had been logged.', 'Ortmann'],
  ['Norway and Chile have told 40,000 citizens how to be prepared.', '-'],
  ['A researcher, who wrote a guide, told TechCrunch that it takes 3 days.', 'A researcher'],
  ['Of the six flaws Microsoft disclosed, half are local.', '-; -'],
  ['Hinton, speaking in Toronto, warned of a 20% risk.', 'Hinton'],

  ['According to a leaked slide, 61% of traffic now goes to the small model.', 'leaked slide'],
  ["Nilay: What's the margin?\n\nGuest: Sixty percent, roughly.", 'Guest'],
  ['Google\'s model gave unsafe answers in 1.9% of chats, a rate the firm calls "industry-leading".', '-'],
  ['The proportion of workers using AI daily doubled, to 8% from 4%, Gallup said.', 'Gallup; Gallup; Gallup'],
  ['Investors have put $110 billion into AI start-ups since January, 62% more than last year.', '-; -'],
  [
    'An internal memo, seen by The Information, puts the headcount of the preparedness team at 17.',
    'An internal memo',
  ],
  [
    'In a post on Thursday the company said its new model was 40 percent less prone to flattery than the last. It did not publish the test.',
    'company',
  ],
  ['Waymo recalled 1,212 robotaxis after at least seven collisions with gates and chains.', '-; -'],
  ['Backers put in $2m to $5m apiece.', '-'],
  [
    'Host: Welcome back. With me is Stuart Russell.\n\nRussell: Thank you. If I may, two numbers. Ten to twenty-five percent.',
    'Russell',
  ],
  ['Apollo Research put the model through six evaluations; it schemed in five of them.', '-; -'],
  [
    '"I would say we catch nine out of ten," Elena Brandt, its head of trust and safety, told reporters.',
    'Elena Brandt',
  ],
  ['The lab denies that it trained on 7 million pirated books.', 'lab'],
  ['Concern is up nine points since 2023, to 60 per cent, Ipsos found.', 'Ipsos; Ipsos'],
  ['Sen. Maria Cantwell (D-Wash.) announced that 14 states had joined.', 'Maria Cantwell'],
  ['Chuck Schumer (D-NY) [announced](https://a.example/b) that NIST will get $10 million.', 'Chuck Schumer'],
  ['The poll of 2,001 adults was conducted from March 3-7.', '-'],
  ['The regulator, citing internal data, said 300 firms were affected.', 'regulator'],
  ['In a blog post, the company wrote that errors fell by 30%.', 'company'],
  ['The startup claims a success rate of 92%.', 'startup'],
  ['Critics argue that 80% of the fund goes to two labs.', 'Critics; Critics'],
  ['By the ministry’s own estimate, 5,000 jobs are at risk.', 'ministry'],
  ['Economists at Harrow Bank expect growth of 2.3%.', 'Harrow Bank'],
  ['A spokesperson for Brightmoor confirmed that 60 accounts were closed.', 'Brightmoor'],
  ['The 2025 Halden Index puts the figure at 41%.', 'Halden Index'],
  ['Data from the Centre for Open Models show that 70% of weights are shared.', 'Centre for Open Models'],
  ['Figures released by the agency show 1,200 complaints.', 'agency'],
  ['The audit found that 9% of records were wrong.', 'audit'],
  ['The lawsuit alleges that the firm scraped 7 million books.', 'lawsuit'],
  ['Prosecutors allege he stole 14,000 images.', 'Prosecutors'],
  [
    'Researchers from Tolland University tested 15 chatbots and found that 11 gave wrong answers.',
    'Tolland University; Tolland University',
  ],
  ['“It is a 50-50 chance,” she said. Maya Lindt runs the lab.', '-'],
  ['The company said in a filing that it paid $3 million.', 'company'],
  ['As Lindt put it, “one in ten is fake.”', 'Lindt'],
  ['The poll, by Norland Research, surveyed 1,200 adults.', 'Norland Research'],
  ['Lindt estimated the cost at $2 billion.', 'Lindt'],
  ['The team reports an accuracy of 88%.', 'team'],
  [
    'According to people familiar with the matter, the deal is worth $4 billion.',
    'people familiar with the matter',
  ],
  ['The mayor promised 400 new jobs.', 'mayor'],
  ['Police believe that 30 people were involved.', 'Police'],
  // the voice behind a quotation of several sentences
  [
    '“The total is $6 million. The state paid 27 per cent of it,” the government spokesman said.',
    'government spokesman; government spokesman',
  ],
  // nobody
  ["If you made me bet, I'd put $500 on it.", '-'],
  ['We propose a method, Think Again Prompting, that defends over 95% of cases.', '-'],
  ['The table shows a more detailed breakdown: 21340 of 34600 answers.', '-; -'],
  ['Microsoft will invest $10 billion.', '-'],
  ['They surveyed 150 experts.', '-'],
  ['The rate fell to 4.4%.', '-'],
  ['For example, Figure 1 shows five models blackmailing.', '-'],
  [
    'The UK institute has tested over thirty models since its launch in November 2023, its chair told the committee.',
    'chair',
  ],
  [
    'The Incident Database logged 233 incidents in 2024, 56.4% more than in 2023.',
    'Incident Database; Incident Database',
  ],
  [
    'MS. OKAFOR: We have spent, to date, $4.4 million on this contract.\n\nTHE CHAIR: And the overrun?\n\nMS. OKAFOR: Twenty-two percent.',
    'MS. OKAFOR; MS. OKAFOR',
  ],
  [
    'So we had five or six of these failures in a week, and then it just stopped, one engineer recalled.',
    'one engineer',
  ],
  // what the author tells again behind what somebody said
  ['The firm told its staff by e-mail. Shares fell 6% in the next hour.', '-'],
  ['Maren Falk noted the room. Outside, 5,000 protesters had gathered.', '-'],
  ['The company called the report unfair. It has won six contracts in three years.', '-; -'],
  ['Few believe the promise. Turnout was 31%.', '-'],
  ['"Nobody asked us," says Odile Ferrand, whose union represents 18,000 actors.', '-'],
  ['Norway and Chile, which hold options on 60 drones, said they were studying it.', '-'],
  ['"It took me eleven minutes," says Dara Whitlock, 19, a student.', 'Dara Whitlock; Dara Whitlock'],
  ['**4. Export notes.** The department approved 70,000 accelerators.', '-'],
  ["Halvane's own report concedes that 5% of attacks pass. We should not accept 6%.", 'Halvane; -'],
  // what is taken up again
  ['The survey found that 40% use it. Another 20% plan to.', 'survey; survey'],
  ['The latest Halvane poll found support at 40%. Only 12% were opposed.', 'Halvane; Halvane'],
  ['The union said it would cost $5m. They would pay half of it.', 'union; union'],
  // a body behind a pronoun
  ['The supplier disputes that. It puts the number at 12.', 'supplier'],
  ['The supplier has its own list. It counts more. It says 12 firms were hit.', '-'],
  ['“No,” says Odile Ferrand. Her members lost a fifth of their bookings, she says.', 'Odile Ferrand'],
  ['I asked Weatherby about the logs. “Three,” he told me. “For 11 million chats a month.”', 'Weatherby'],
  // signed, labelled, objected
  ['From the comments: “We gave up after three weeks.” — Kestrel', 'Kestrel'],
  ['Reviewers objected that 12 seeds were too few.', 'Reviewers'],
  ['The plaintiffs allege that 7.4 million books were copied.', 'plaintiffs'],
  ['Counsel for the respondent explained that he had two hours.', 'Counsel for the respondent'],
  ['Okonjo et al. (2024) reported 22% for the same suite.', 'Okonjo et al.'],
  [
    'Ms. Arroyo: We read 77 contracts.\n\nSenator Blaine: How many had a clause?\n\nMs. Arroyo: Nine of them.',
    'Ms. Arroyo; Ms. Arroyo',
  ],
  ['HOST: Was it 52%?\n\nGUEST (Aiko Mori): No, it was 61%.', 'HOST; GUEST'],
  // verbs of the present, who was asked, offices behind a name
  ['“We were five people,” Kofi Mensah remembers. “Now we are 300.”', 'Kofi Mensah; Kofi Mensah'],
  ["Halvane's Jaime Sevilla tells me that the gap is three months.", 'Jaime Sevilla'],
  ['The researchers who followed 25,000 workers report gains of 2.8%.', '-; researchers'],
  ['Respondents to the Halvane survey were gloomy: 36% feared a catastrophe.', 'Halvane'],
  ['**Dr Amara Singh, University of Leeds:** "In our trial 18% over-trusted it."', 'Dr Amara Singh'],
  ['The OECD expects 0.4%; the IMF sees 0.8%.', 'OECD; IMF'],
  ['The union called a strike. Some 2,600 writers walked out.', '-'],
  ['Wren reported to the research arm. It had 2,600 employees.', '-'],
  ['Sources dried up. Of 40 people we contacted, three replied.', '-; -'],
  ["The coroner's office put the death toll at 17.", "coroner's office"],
  ['**UK adults, Ipsos**: 61% back a pause.', 'Ipsos'],
  ['**Dr Ruth Ames, Ipsos**: "In our trial 18% over-trusted it."', 'Dr Ruth Ames'],
  ['Trade groups counter that the rule costs $900 million a year.', 'Trade groups'],
  ['The union in Poland said that 300 jobs would go.', 'union'],
  // a work by somebody is his, a work alone stands for itself
  ['According to a survey that the federation Korvo published in May, 57% fear it.', 'Korvo'],
  ['They could rise by 40%, according to an analysis led by researchers at Ghent.', 'researchers'],
  [
    'A fifth of drivers use it, according to a recent joint study published by the Halden Board.',
    'Halden Board',
  ],
  ['Some 40% of drivers use it, according to a new study.', 'new study'],
  ['The report warns that 40% of wells are dry. It says the bill could reach $5 million.', 'report; report'],
  ['The latest forecast from the Department of Works shows a fall of 37%.', 'Department of Works'],
  ['Reports of 40 deaths spread fast.', '-'],
  // whose count or whose own tests they are
  ['By the estimate of the consultancy Gridmore, it will need 5 gigawatts.', 'Gridmore'],
  ["In Halvane's own tests the prompt succeeded in 4% of cases.", 'Halvane'],
  ["In Halvane's tests room 12 engineers waited.", '-'],
  [
    "Sir Hal Peake said he had been told of 95 percent when, by the auditors' reckoning, it had reached 10%.",
    'Sir Hal Peake; auditors',
  ],
  ["The commission's own modelling suggests that prices will rise by 4%.", 'commission'],
  // a voice of a clause of its own does not say what stands before it
  ['Just 9% use it, and the Census Bureau finds that the share is flat.', '-'],
  ['Only 9% refused, while a recent study by Karven Labs reports 40%.', '-; Karven Labs'],
  ['Some 9 million people use it, of whom Halvane estimates that 6% are minors.', '-; Halvane'],
  ['The rate fell to 9%, and in June to 6%, Halvane said.', 'Halvane; Halvane'],
  ['The trade body Korvo told us it would cost $40 million; our own estimate is $11 million.', 'Korvo; -'],
  ['Industry members, who made up a quarter of the panel, put it at 4%.', '-; Industry members'],
  [
    'Lars Berg (founder of Halvane, which owns 50% of Korvo) warned that 12 firms could fail.',
    '-; Lars Berg',
  ],
  // those of whoever writes, and those who are not
  ['In a sample of 1,000 orders, our reviewers found 37 errors.', '-; -'],
  ['“In a sample of 1,000 orders, our reviewers found 37 errors,” Ana Ruiz said.', 'Ana Ruiz; Ana Ruiz'],
  ['Critics of our earlier post argued that 312 tasks were too few.', 'Critics of our earlier post'],
  // who is quoted, not who is named in what he says
  [
    '“This was no glitch,” said Marta Vos, who chairs the board. “Halvane warned the managers that 78% had failed.”',
    'Marta Vos',
  ],
  ['Halvane warned the managers that 78% had failed. “No,” said Marta Vos.', 'Halvane'],
  // those who are named with the year of their work, and what happened in one
  ['Lindqvist and Okafor (2024) cut errors by 80%.', 'Lindqvist and Okafor'],
  ['Roy et al. (2023) reach 61% on the same suite.', 'Roy et al.'],
  ['The summit of Seoul and Oslo (2024) was attended by 3,000 people.', '-'],
  // above and behind a headline
  ['# Police: driver was on the phone for 12 minutes', 'Police'],
  ['# WSJ: Halvane to raise $12 billion', 'WSJ'],
  ['# Halvane: a maker of drones raises $12 billion', '-'],
  ['# UN: 4,000 people face hunger', 'UN'],
  ['# Chatbots fail 50% of exams: study', 'study'],
  ['# Chatbots fail 50% of exams: what to do', '-'],
  // who is told of by a first name, who calls for something, what adds a number to a machine
  [
    'After that Priya, who runs the desk, looked again. She found 1,104 errors. Eleven were hers.',
    'Priya; Priya',
  ],
  ['“They are ahead,” said Dana Holm. She called for an assembly of 150 people.', 'Dana Holm'],
  ['The classifier blocks spam, the vendor says. It adds 40 milliseconds.', '-'],
  ['The vendor says it blocks spam. It adds that 40% gets through.', 'vendor'],
  ['Some 10% is lost, says the industry body, and fees are down to £38.', 'industry body; industry body'],
  ['The new figures will show a fall of 42%.', 'new figures'],
  ['Figures will fall 42%.', '-'],
  ['The minister’s statement will reveal that it fell 42%.', 'minister'],
  // works with what is told of them before their verb, and of two parts beside a comma the one that is somebody
  [
    'A 2014 study published in the Halden Journal of Surgery found that 80% of them recovered.',
    'A 2014 study',
  ],
  ['An annex to the agreement expects at least 40 treaties by 2028.', 'An annex to the agreement'],
  ['A note to clients put the figure at 40%.', 'A note to clients'],
  ['Flights to the region showed a rise of 40%.', '-'],
  ['One of them, a locksmith, testified that it took 90 seconds.', 'a locksmith'],
  [
    'One of the crowd, Hayley Marsh, 42, a lecturer from Leeds, said that 40% of us had left.',
    'Hayley Marsh; Hayley Marsh',
  ],
  ['The vendor, Parley Wood, measured a failure rate of 0.3%.', 'Parley Wood'],
  ['The tailor measured a sleeve. It was 12% too long.', '-'],
  ['As Dr Femi Aduba of Lagos explains, “seven in ten failed.”', 'Dr Femi Aduba'],
  ['Pay explains why 40% of them leave.', '-'],
  ['That beats the average, which the Payments Observatory puts at 14 cents.', 'Payments Observatory'],
  // our clause in a sentence that begins with another's
  ['Although the vendor claims an accuracy of 99%, our tests came in at 84%.', 'vendor; -'],
  // who a she may be, and who is no he
  [
    'The Conservatives have said no. Rachel Reed has pledged to change it. In a letter, she said it would take 40 days.',
    'Rachel Reed',
  ],
  ['Mr. Hale, a geologist, took over in May. Last year, he said it would take five years.', 'Mr. Hale'],
  // single marks, quotations over two paragraphs, voices quoted with them
  [
    '‘The last pair sold for $6,000,’ said Dan Poole. ‘It was 40% more than I paid,’ he added.',
    'Dan Poole; Dan Poole',
  ],
  [
    '“They took 40% of our work.\n\n“As we will show, they paid for none of it,” the newspapers conclude.',
    'newspapers',
  ],
  // what goes on by contrast
  [
    'The north has $280 million, according to the tracker Adspot. The south, by contrast, has $133 million.',
    'Adspot; Adspot',
  ],
  // lawyers for the family; who changes his forecast, and what others had forecast
  ['Lawyers for the family say that 40 officers knew.', 'Lawyers for the family'],
  [
    'The World Fund has cut its growth forecast to 2.1%. A year ago it expected 3.4%.',
    'World Fund; World Fund',
  ],
  ['The World Fund has cut its staff by 12%.', '-'],
  ['A separate poll by Halvane and Korvo has found that 12% agree.', 'Halvane and Korvo'],
  [
    'The chipmaker expects sales of $3.1 billion, below the $3.6 billion that analysts had forecast.',
    'chipmaker; -',
  ],
  ['The Herald had earlier put it at $75 million.', 'Herald'],
  ['The trust apologised. It said 17 patients had been hurt.', 'trust'],
  ['Asked how long it takes, the engineer shrugged. “Six weeks,” he said.', 'engineer'],
  ['Asked how long it takes, the engine stalled. “Six weeks,” he said.', '-'],
  ['Minutes of the meeting show that it took nine minutes.', 'Minutes of the meeting'],
  ['It gained 3%. The effect, the authors caution, faded after six months.', '-; authors'],
  // who was asked by someone, some who are called what they are, and whom a number is told
  ['Experts interviewed for this story guessed that 40% of letters are fake.', 'Experts'],
  ['Some scientists say 40% is lost.', 'Some scientists'],
  ['Some say 40% is lost. Many said they had lost 30%.', '-; -'],
  ['Norwegian intelligence says 11,000 troops have arrived.', 'Norwegian intelligence'],
  ['Artificial intelligence says 11,000 words a minute.', '-'],
  ['Mayor Lena Price told a crowd of 3,000 that crime was down by 18%.', '-; Mayor Lena Price'],
  ['The mayor told the paper that 3,000 came.', 'mayor'],
  // what a work links, and what goes on when it is by somebody
  ['The Halden study links heavy use to a 20% rise in harm.', 'Halden'],
  ['The site links to 20 studies.', '-'],
  [
    'A survey carried out by Savant in March found that 54% use it. Fewer than 12% had been trained.',
    'Savant; Savant',
  ],
  ['Four in ten firms, or 40%, have been attacked, research suggests.', 'research; research'],
  // who sent a message that is shown as it was sent, and what is no message
  [
    'The mail read:\n\n```\nFrom: Moira Cash\nTo: all\n\nRevenue was $408 this week, well done.\n```\n',
    'Moira Cash',
  ],
  ['The mail read:\n\n```\nfrom: 2019\nto: all\n\nRevenue was $408 this week, well done.\n```\n', '-'],
]

/** Offices, names and verbs as the press of Taiwan and Hong Kong writes them. */
const titles =
  '立委 院士 次長 司長 所長 總監 資深副總裁 特首 議員 局長 助理教授 講師 博士後 博士後研究員 研究員 律師 執行長 營運長 技術長 資安長 產品長 法務長 永續長 首席科學家 首席 共同創辦人 政委 常務理事 監事 董座 協理 副理 公關 社工師 館員 特使 政次 常次 架構師 研究生 博士生 志工 插畫家 店東 外送員 村長 參謀長 審計長 主持人 製作人 創作者 網紅 選手 球員 校友 牧師 警員 書記官 退役中將 船長 營養師 精算師 房仲 投資人 調查官 成員 被害人 攤商 老闆娘 研究助理 助教 導師'.split(
    ' ',
  )
const names = ['林宜蓁', '王奕', '歐陽靖文', '安德魯・霍夫曼', '卡洛琳‧貝克', 'Marcus Vail']
const verbs =
  '表示 指 坦言 直言 分享 補充 補充說 分析 點出 示警 狠批 轟 嘆 回覆 答覆 踢爆 力陳 疾呼 力主 倡議 期許 看好 試算 盤點 歸納 補述 講解 埋怨 訴苦 控訴 詰問 投書 撰文 撰文指 親自撰文指出 更指 更直言 再指 細數 回顧 觀察 深信 預料 估 算過 保守估 受訪時指 研判 推估'.split(
    ' ',
  )

describe('the speaker of a figure', () => {
  it.each(titles)('is who holds the office of %s', (title) => {
    for (const name of names) expect(read(`聯發科${title}${name}表示，去年的事故多了37%。`)).toBe(name)
  })
  it.each(verbs)('is who is said to %s', (verb) => {
    for (const name of names) expect(read(`清大教授${name}${verb}，去年的事故多了37%。`)).toBe(name)
  })

  it.each(zh)('%s', (text, expected) => expect(read(text)).toBe(expected))
  it.each(en)('%s', (text, expected) => expect(read(text)).toBe(expected))

  it('is the person introduced, where turns say only 問 and 答', () => {
    const text =
      '專訪人工智能安全學者何靜儀\n\n問：做了甚麼？\n\n答：我們有3,600條題目。\n\n問：結果呢？\n\n答：拒答率為92%。'
    expect(read(text)).toBe('何靜儀; 何靜儀')
  })

  it('is for a pronoun whoever spoke before in the same sentence', () => {
    const text = '“不。”秘书长英格丽·达尔说，“培训只有两小时。”她补充说，发生率高出2.4倍。'
    expect(read(text)).toBe('英格丽·达尔; 英格丽·达尔')
  })

  it('stays the report where the next paragraph takes up its next topic', () => {
    const text =
      '白皮书显示，用电量占5.4%。\n\n能效方面，液冷渗透率为17.6%。\n\n记者看到，仍有30%的机房没有改造。'
    expect(read(text)).toBe('白皮书; 白皮书; -')
  })

  it('stays over a quotation that goes on in the next paragraph', () => {
    const text = '杨立昆说：\n\n“我们还很远。只有5%。”\n\n“比例从23%提升到95%。”'
    expect(read(text)).toBe('杨立昆; 杨立昆; 杨立昆')
  })
})
