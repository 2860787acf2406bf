"""Sending messages (发送): a Protocol for SMS and 企业微信, an engine for any HTTP gateway, one that writes a file, and a failing twin."""
