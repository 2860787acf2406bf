"""A language model (语言模型) as an option: it reads the words once more and proposes values for blanks that our own reader left empty.

Off until the operator names an endpoint (`setting`). Any OpenAI-compatible one will do: DeepSeek, or Qwen through vLLM or Ollama.
What it proposes is only a proposal: `forms.supplement` takes what the words bear out and drops the rest.
"""
