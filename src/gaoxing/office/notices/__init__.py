"""Notices (通知): what people are told, in page, by e-mail, SMS and 企业微信; sent by the tick, at decent hours, tried again, with receipts."""
