"""The API (接口): what other systems may ask and do in a person's name, by token, under the same permissions as on the pages."""
