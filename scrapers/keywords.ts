/**
 * Words that let an entry of a general outlet in: `only: AI_NEWS`. Wide on purpose; what is not about AI risk is sorted
 * by topics later. Bare `AI` needs its capitals, so that `said` and `Shanghai` do not count.
 */
export const AI_NEWS = new RegExp(
  [
    String.raw`(?<![A-Za-z])(?:A\.I\.|AI|AGI|AIGC|LLMs?|GPT|GenAI)(?![a-z])`,
    String.raw`[Aa]rtificial intelligence|[Mm]achine learning|[Ll]anguage models?|[Cc]hatbots?|[Dd]eepfakes?|[Aa]lgorithms?`,
    String.raw`[Ss]uperintelligen|[Aa]utonomous weapon|[Dd]river-?less|[Pp]rompt injection|[Jj]ailbreak`,
    'ChatGPT|OpenAI|Anthropic|DeepMind|DeepSeek|Claude|Gemini|Copilot|Grok|Nvidia|NVIDIA',
    '人工智能|人工智慧|大模型|语言模型|語言模型|生成式|机器学习|機器學習|智能体|智慧體|聊天机器人|聊天機器人',
    '深度伪造|深度偽造|深伪|深偽|换脸|換臉|算法|演算法|自动驾驶|自動駕駛|机器人|機器人|算力|芯片|晶片',
    '通义|通義|豆包|文心一言|智谱|智譜|月之暗面|英伟达|輝達|奥特曼|奧特曼',
  ].join('|'),
)
