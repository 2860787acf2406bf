"""Pages of the people (人员页面): signing in, the account, the staff."""
