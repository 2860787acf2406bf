"""The API's addresses (接口地址): JSON under /api/v1, and the pages of tokens, webhooks and the document."""
